package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptLengthTest {

    @ParameterizedTest
    @CsvSource({
        "abc, 4, abc",
        "abc, 3, abc",
        "abc, 2, ab…",
        "abc, 1, a…",
        "ab😀, 4, ab😀",
        "ab😀, 3, ab…",
        "ab😀c, 4, ab😀…",
        "😀c, 1, …",
        "'', 1, ''"
    })
    void keepsNoMoreThanItsLengthAndCutsNoCharacterInHalf(String text, int length, String kept) {
        assertThat(Excerpt.of(text, length).text()).isEqualTo(kept);
    }

    @Test
    void countsCharactersBeforeItSpellsThemOut() {
        assertThat(Excerpt.of("\n\n\n", 2).text()).isEqualTo("\\u{a}\\u{a}…");
    }

    @Test
    void staysShortForLongText() {
        assertThat(Excerpt.of("x".repeat(1_000_000), 80).text()).isEqualTo("x".repeat(80) + "…");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void hasALengthOfAtLeastOne(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Excerpt.of("abc", length))
                .withMessage("an excerpt has a length of at least 1, not " + length);
    }
}
