package io.github.devicebatch.http.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytePatternTest {

    /** With few letters, beginnings of the pattern repeat in it and in the text: every way to move on occurs. */
    @ParameterizedTest
    @CsvSource({"1, 4", "2, 3", "2, 12", "3, 5", "4, 8"})
    void findsWhatTheStringSearchFinds(int letters, int longest) {
        var random = new Random(letters * 31L + longest);
        for (int round = 0; round < 20_000; round++) {
            String pattern = word(random, letters, 1 + random.nextInt(longest));
            String text = word(random, letters, random.nextInt(40));
            int length = random.nextInt(text.length() + 1);

            assertThat(occurs(pattern, text, length))
                    .as("%s in %s up to %d", pattern, text, length)
                    .isEqualTo(text.substring(0, length).contains(pattern));
        }
    }

    @Test
    void findsBytesOutsideAscii() {
        assertThat(occurs("é€😀", "xxé€😀", "xxé€😀".getBytes(StandardCharsets.UTF_8).length))
                .isTrue();
        assertThat(occurs("?", "é", 2)).isFalse();
    }

    /** A quadratic search would need minutes. */
    @ParameterizedTest
    @CsvSource({"b, a, ''", "'', a, b", "a, a, b"})
    void takesLinearTimeInTheWorstText(String start, String repeated, String end) {
        String pattern = start + repeated.repeat(100_000) + end;
        byte[] text = repeated.repeat(8 << 20).getBytes(StandardCharsets.US_ASCII);

        assertThat(new BytePattern(pattern.getBytes(StandardCharsets.US_ASCII)).occursIn(text, text.length))
                .isFalse();
    }

    private static String word(Random random, int letters, int length) {
        return random.ints(length, 'a', 'a' + letters)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean occurs(String pattern, String text, int length) {
        return new BytePattern(pattern.getBytes(StandardCharsets.UTF_8))
                .occursIn(text.getBytes(StandardCharsets.UTF_8), length);
    }
}
