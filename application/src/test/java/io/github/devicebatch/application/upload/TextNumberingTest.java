package io.github.devicebatch.application.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextNumberingTest {

    private final TextNumbering numbering = new TextNumbering();

    @Test
    void numbersTextsInOrder() {
        assertThat(IntStream.of(numbering.add("a"), numbering.add("bb"), numbering.add("A"), numbering.add("")))
                .containsExactly(0, 1, 0, 2);
        assertThat(numbering.size()).isEqualTo(3);
    }

    @Test
    void keepsTheFirstSpelling() {
        numbering.add("aB");
        numbering.add("Ab");

        assertThat(numbering.text(0)).isEqualTo("aB");
    }

    @Test
    void findsWhatWasAdded() {
        numbering.add("a");

        assertThat(IntStream.of(numbering.find("A"), numbering.find("b"))).containsExactly(0, TextNumbering.NONE);
    }

    @Test
    void growsAndTellsTextsOfEqualHashCodeApart() {
        assertThat("AB").hasSameHashCodeAs("B#");
        IntStream.range(0, 10_000).forEach(number -> {
            assertThat(numbering.add("AB" + number + "x".repeat(number % 50))).isEqualTo(2 * number);
            assertThat(numbering.add("B#" + number + "x".repeat(number % 50))).isEqualTo(2 * number + 1);
        });

        assertThat(numbering.find("b#9999" + "x".repeat(49))).isEqualTo(19_999);
        assertThat(numbering.text(19_998)).isEqualTo("AB9999" + "x".repeat(49));
    }
}
