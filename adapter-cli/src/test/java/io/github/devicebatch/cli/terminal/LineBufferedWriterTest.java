package io.github.devicebatch.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineBufferedWriterTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LineBufferedWriter writer =
            new LineBufferedWriter(new StandardOutput(bytes), UnaryOperator.identity());

    @Test
    void aFlushWritesWholeLinesOnly() throws IOException {
        writer.write("one\ntwo");
        assertThat(bytes.toString(UTF_8)).isEmpty();
        writer.flush();
        assertThat(bytes.toString(UTF_8)).isEqualTo("one\n");

        writer.write(" and more\n");
        writer.flush();
        assertThat(bytes.toString(UTF_8)).isEqualTo("one\ntwo and more\n");
    }

    @Test
    void aFullBufferIsWrittenWithoutAFlush() throws IOException {
        writer.write("line\n".repeat(2_000));
        writer.write("half");

        assertThat(bytes.toString(UTF_8)).isEqualTo("line\n".repeat(2_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100, 9_000, 40_000})
    void theTextIsTheSameInPiecesOfAnyLength(int length) throws IOException {
        String text = "one\n\n" + "x".repeat(20_000) + "\ntwo\nthree\n" + "y".repeat(10_000) + "\n";
        for (int start = 0; start < text.length(); start += length) {
            writer.write(text, start, Math.min(length, text.length() - start));
            assertThat(bytes.toString(UTF_8)).matches("(?s)|.*\n");
        }
        writer.flush();

        assertThat(bytes.toString(UTF_8)).isEqualTo(text);
    }

    @Test
    void closeEndsTheLastLine() throws IOException {
        writer.write("half");
        writer.close();
        assertThat(bytes.toString(UTF_8)).isEqualTo("half\n");

        writer.close();
        assertThat(bytes.toString(UTF_8)).isEqualTo("half\n");
    }

    @Test
    void theTextPassesThroughTheFilter() throws IOException {
        try (LineBufferedWriter upperCase =
                new LineBufferedWriter(new StandardOutput(bytes), text -> text.toUpperCase(Locale.ROOT))) {
            upperCase.write("quiet\n");
        }

        assertThat(bytes.toString(UTF_8)).isEqualTo("QUIET\n");
    }

    /** It has no buffer for the whole line. The text begins at any place of a surrogate pair. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4_095, 4_096, 100_000})
    void aLongLineIsWrittenInPieces(int length) throws IOException {
        String text = "x" + "\ud83d\ude00".repeat(100_000);
        for (int start = 0; start < text.length(); start += length) {
            writer.write(text, start, Math.min(length, text.length() - start));
            assertThat(bytes.size()).isGreaterThan(2 * (start - 70_000));
        }
        writer.write("\nnext");
        writer.close();

        assertThat(bytes.toString(UTF_8)).isEqualTo(text + "\nnext\n");
    }

    static final List<Arguments> ABANDONED = List.of(
            argumentSet("nothing", "", ""),
            argumentSet("a part of a line", "half", ""),
            argumentSet("whole lines", "one\ntwo", ""),
            argumentSet("a long line", "x".repeat(70_000), "x".repeat(70_000) + "\n"),
            argumentSet("a long line that ends", "x".repeat(70_000) + "\nhalf", "x".repeat(70_000) + "\n"));

    @ParameterizedTest
    @FieldSource("ABANDONED")
    void textBehindAnAbandonedLineBeginsOnItsOwnLine(String abandoned, String written) throws IOException {
        writer.write(abandoned);
        writer.abandon();
        assertThat(bytes.toString(UTF_8)).isEqualTo(written);

        writer.write("next\n");
        writer.close();
        assertThat(bytes.toString(UTF_8)).isEqualTo(written + "next\n");
    }

    @Test
    void closeEndsALongLineThatWasWrittenWhole() throws IOException {
        writer.write("x".repeat(70_000));
        writer.close();

        assertThat(bytes.toString(UTF_8)).isEqualTo("x".repeat(70_000) + "\n");
    }
}
