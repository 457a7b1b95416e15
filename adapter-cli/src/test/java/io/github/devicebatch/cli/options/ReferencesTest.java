package io.github.devicebatch.cli.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.testkit.Batches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private static final String FIRST = Batches.REFERENCE.toString();
    private static final String SECOND = Batches.numbered(2).toString();

    @Test
    void readsLinesInPlaceOfTheHyphen() {
        String lines = "\ufeff# from the spreadsheet\r\n\r\n  " + FIRST + "  \r\n\t# and so on\n";

        assertThat(read(lines, SECOND, "-")).containsExactly(Batches.numbered(2), Batches.REFERENCE);
    }

    @Test
    void aCompleteReferenceIgnoresTheCustomerOption() {
        assertThat(references(Optional.of(Batches.CUSTOMER))
                        .read(List.of(SECOND, Batches.TRACKING.toString()), List.of(), lines("")))
                .containsExactly(Batches.numbered(2), Batches.REFERENCE);
    }

    @Test
    void aBareTrackingIdNeedsTheCustomerOption() {
        assertThatThrownBy(() -> read("", Batches.TRACKING.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("needs its customer");
    }

    private static List<BatchReference> read(String lines, String... arguments) {
        return references(Optional.empty()).read(List.of(arguments), List.of(), lines(lines));
    }

    private static References references(Optional<CustomerId> customer) {
        return new References(customer, CustomerNames.of(new EnvironmentVariables(Map.of())), note -> {});
    }

    private static InputStream lines(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @Nested
    class Invalid {

        @Test
        void reportsAnInvalidLineByNumberAndValue() {
            assertThatThrownBy(() -> read(FIRST + "\n\nnon\u202esense\n", "-"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageStartingWith("line 3 of standard input: not a batch reference: "
                            + "\"non⟨U+202E right-to-left override⟩sense\"");
        }

        @Test
        void reportsAnInvalidTrackingId() {
            var references = references(Optional.of(Batches.CUSTOMER));

            assertThatThrownBy(() -> references.read(List.of("-"), List.of(), lines("0127ed8e")))
                    .isInstanceOf(UsageException.class)
                    .hasMessageStartingWith("line 1 of standard input: not a batch tracking id: \"0127ed8e\"");
        }

        @Test
        void rejectsInputWithoutAReference() {
            assertThatThrownBy(() -> read("# nothing today\n", "-"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("no batch reference");
        }

        @Test
        void standardInputIsReadOnce() {
            assertThatThrownBy(() -> read(FIRST, "-", "-"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("twice");
        }

        @Test
        void reportsAFailureOfStandardInput() {
            InputStream broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("Input/output error");
                }
            };

            assertThatThrownBy(() -> references(Optional.empty()).read(List.of("-"), List.of(), broken))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("Input/output error");
        }
    }
}
