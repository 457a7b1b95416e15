package io.github.devicebatch.testkit.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 1_000, 100_000})
    void readsTheSameLinesForAnyPieceLength(int piece) throws Exception {
        String longest = "x".repeat(LineReader.MAX_LINE_LENGTH);
        LineReader input = in(piece, "a\r\n\r\nb\rc\nskipped\n" + longest + "\nend\n" + longest + "\n");
        assertThat(input.line(1)).contains("a");
        assertThat(input.line(1)).contains("");
        assertThat(input.line(1)).contains("b\rc");
        assertThat(input.bytes(8)).asString().isEqualTo("skipped\n");
        assertThat(input.line(1)).contains(longest);
        assertThat(input.line(1)).contains("end");
        assertThat(input.line(1)).contains(longest);
        assertThat(input.line(1)).isEmpty();
        assertThat(input.line(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void rejectsALineThatIsOneByteTooLong(int piece) {
        LineReader input = in(piece, "x".repeat(LineReader.MAX_LINE_LENGTH + 1) + "\n");
        assertThatThrownBy(() -> input.line(431))
                .isInstanceOfSatisfying(
                        RequestReader.UnacceptableRequestException.class,
                        refused -> assertThat(refused.reply().status()).isEqualTo(431));
    }

    @Test
    void distinguishesATruncatedLineFromTheEnd() {
        assertThatThrownBy(() -> in(9, "half").line(1)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> in(9, "half").bytes(5)).isInstanceOf(EOFException.class);
    }

    private static LineReader in(int piece, String text) {
        InputStream whole = new ByteArrayInputStream(text.getBytes(ISO_8859_1)) {
            @Override
            public int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, piece));
            }
        };
        return new LineReader(whole);
    }
}
