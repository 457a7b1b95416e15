package io.github.devicebatch.cli.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private static final String FIRST = Batches.REFERENCE.toString();
    private static final String SECOND = Batches.numbered(2).toString();

    @Test
    void readsLinesWhereTheHyphenStands() {
        String lines = "\ufeff# from the spreadsheet\r\n\r\n  " + FIRST + "  \r\n\t# and so on\n";

        assertThat(read(lines, SECOND, "-")).containsExactly(Batches.numbered(2), Batches.REFERENCE);
    }

    @Test
    void aReferenceWithItsOwnCustomerKeepsIt() {
        var references = new References(Optional.of(Batches.CUSTOMER));

        assertThat(references.read(List.of(SECOND, Batches.TRACKING.toString()), lines("")))
                .containsExactly(Batches.numbered(2), Batches.REFERENCE);
    }

    @Test
    void aTrackingIdAloneWantsItsCustomer() {
        assertThatThrownBy(() -> read("", Batches.TRACKING.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("needs its customer");
    }

    private static List<BatchReference> read(String lines, String... arguments) {
        return new References(Optional.empty()).read(List.of(arguments), lines(lines));
    }

    private static InputStream lines(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
