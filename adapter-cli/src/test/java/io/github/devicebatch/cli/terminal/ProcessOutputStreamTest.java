package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classification decides what a failed write means, and not the text of the failure. */
class ProcessOutputStreamTest {

    private static OutputStream failing(IOException failure) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw failure;
            }

            @Override
            public void flush() throws IOException {
                throw failure;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "Daten\u00fcbergabe unterbrochen (broken pipe)", "\u30d1\u30a4\u30d7", ""})
    void aFailedWriteIsClassified(String message) {
        for (IOException failure : List.of(new IOException(message), new IOException())) {
            var stream = new ProcessOutputStream(failing(failure), ReaderGoneException::new);

            assertThatThrownBy(() -> stream.write(1)).isInstanceOf(ReaderGoneException.class);
            assertThatThrownBy(() -> stream.write(new byte[] {1})).isInstanceOf(ReaderGoneException.class);
            assertThatThrownBy(stream::flush)
                    .isInstanceOf(ReaderGoneException.class)
                    .hasCause(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "Broken pipe"})
    void aFailureMayStayWhatItIs(String message) {
        IOException failure = new IOException(message);
        var stream = new ProcessOutputStream(failing(failure), UnaryOperator.identity());

        assertThatThrownBy(() -> stream.write(1)).isSameAs(failure);
        assertThatThrownBy(stream::flush).isSameAs(failure);
    }

    @Test
    void passesEverythingOn() throws IOException {
        var target = new ByteArrayOutputStream();
        try (var stream = new ProcessOutputStream(target, ReaderGoneException::new)) {
            stream.write('a');
            stream.write("bc".getBytes(StandardCharsets.UTF_8));
            stream.flush();
        }
        assertThat(target).hasToString("abc");
    }
}
