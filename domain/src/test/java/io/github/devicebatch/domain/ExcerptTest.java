package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    @ParameterizedTest
    @CsvSource({
        "control, 0 7 8 9 a b c d 1b 7f 80 85 9b 9f",
        "line break, a b c d 85 2028 2029",
        "direction, 61c 200e 200f 202a 202b 202c 202d 202e 2066 2067 2068 2069",
        "no width, ad 180e 200b 200c 200d 2060 2064 feff fff9 e0001 e0041",
        "drawn as nothing, 34f 115f 1160 17b4 17b5 3164 ffa0",
        "variation selector, 180b 180c 180d 180f fe00 fe01 fe0e fe0f e0100 e0101 e01ef",
        "ignored if unknown, 2065 fff0 fff8 e0000 e0080 e01f0 e0fff",
        "notation, 1bca0 1bca3 1d173 1d17a",
        "empty picture, 2800 1d159",
        "lone surrogate, d800 dbff dc00 dfff",
        "no character, 378 fffe ffff 10ffff"
    })
    void spellsOutCharactersThatCannotBeSeen(String kind, String codes) {
        for (String code : codes.split(" ")) {
            String character = Character.toString(Integer.parseInt(code, 16));

            assertThat(new Excerpt("a" + character + "z").text()).as(kind).isEqualTo("a\\u{" + code + "}z");
            assertThat(Excerpt.of(character, 2).text()).as(kind).isEqualTo("\\u{" + code + "}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ZtdDeviceNotFound",
                "~!@#$%^&*()[]{}<>|\\/\"'`",
                "\\u{202e}",
                "Größe, señor, Дата, שלום, مرحبا, 漢字, हिन्दी, ไทย",
                "e\u0301",
                "😀💻👍🏽🇨🇭❤️",
                "a\u00a0b",
                "…"
            })
    void leavesTextAloneThatPeopleRead(String text) {
        assertThat(new Excerpt(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "1", "#", "漢", "é"})
    void spellsOutTheSelectorOfACharacterThatIsNoEmoji(String text) {
        assertThat(new Excerpt(text + "\ufe0f").text()).isEqualTo(text + "\\u{fe0f}");
        assertThat(new Excerpt("❤\ufe0f\ufe0f" + text).text()).isEqualTo("❤\ufe0f\\u{fe0f}" + text);
    }

    /** Independent of the table: by the categories and names of the characters. */
    @Test
    void spellsOutEveryCharacterOfAFamily() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(character -> isOfFamily(character) && Excerpt.isVisible(character))
                        .mapToObj(Character::getName))
                .isEmpty();
    }

    private static boolean isOfFamily(int character) {
        int type = Character.getType(character);
        String name = Objects.requireNonNullElse(Character.getName(character), "");
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE
                || name.contains("VARIATION SELECTOR")
                || name.contains("HANGUL") && name.endsWith("FILLER")
                || name.contains("GRAPHEME JOINER")
                || name.contains("BRAILLE PATTERN BLANK");
    }

    /** Letters, digits, marks, punctuation and symbols of living scripts stay as they are. */
    @Test
    void leavesNearlyAllOtherCharactersAlone() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(character -> !isOfFamily(character) && !Excerpt.isVisible(character))
                        .mapToObj(Character::getName))
                .containsExactlyInAnyOrder(
                        "KHMER VOWEL INHERENT AQ",
                        "KHMER VOWEL INHERENT AA",
                        "LINE SEPARATOR",
                        "PARAGRAPH SEPARATOR",
                        "MUSICAL SYMBOL NULL NOTEHEAD");
    }

    @Test
    void isOneLineThatCannotMoveTheCursor() {
        assertThat(new Excerpt("\u001b[2Jdone\r\nfinished")).hasToString("\\u{1b}[2Jdone\\u{d}\\u{a}finished");
    }

    @Test
    void isTheSameIfItIsMadeSafeTwice() {
        Excerpt once = new Excerpt("a\u202eb");

        assertThat(new Excerpt(once.text())).isEqualTo(once);
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> new Excerpt(null)).withMessage("text");
        assertThatNullPointerException().isThrownBy(() -> Excerpt.of(null, 1));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'abc\r',3,abc⟨U+000D carriage return⟩",
                "a\u00a0c,1,a⟨U+00A0 no-break space⟩c",
                "a#c,1,a⟨U+0023 number sign⟩c",
                "a😀c,1,a⟨U+1F600 grinning face⟩c",
                "a\ud83d,1,a⟨U+D83D high surrogates d83d⟩",
                "a\u0378,1,a⟨U+0378 no character⟩"
            })
    void namesTheCharacterAtAPlace(String text, int index, String shown) {
        assertThat(Excerpt.around(text, index).text()).isEqualTo(shown);
    }

    @Test
    void showsFortyCharactersBeforeAndBehindAPlace() {
        String side = "x".repeat(40);

        assertThat(Excerpt.around("a" + side + "#" + side + "b", 41).text())
                .isEqualTo("…" + side + "⟨U+0023 number sign⟩" + side + "…");
        assertThat(Excerpt.around(side + "#" + side, 40).text()).isEqualTo(side + "⟨U+0023 number sign⟩" + side);
        assertThat(Excerpt.around("😀" + side.substring(1) + "#", 41).text())
                .isEqualTo("…" + side.substring(1) + "⟨U+0023 number sign⟩");
    }

    @Nested
    class Length {

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
        void aCutTextIsNotEscaped() {
            assertThat(Excerpt.cut("a\nb", 3)).isEqualTo("a\nb");
            assertThat(Excerpt.cut("a\nbc", 3)).isEqualTo("a\nb…");
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
        @CsvSource({
            "abcdefghi, 9, abcdefghi",
            "abcdefghi, 8, abcdef…hi",
            "abcdefghi, 6, abcd…hi",
            "abcdefghi, 3, ab…i",
            "abcdefg😀i, 6, abcd…i",
            "abcde😀ghi, 3, ab…i",
            "a😀cdefghi, 3, a…i"
        })
        void keepsBothEnds(String text, int length, String kept) {
            assertThat(Excerpt.ofBothEnds(text, length).text()).isEqualTo(kept);
        }

        @Test
        void bothEndsNeedALengthOfThree() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Excerpt.ofBothEnds("abc", 2))
                    .withMessage("an excerpt of both ends has a length of at least 3, not 2");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
        void hasALengthOfAtLeastOne(int length) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Excerpt.of("abc", length))
                    .withMessage("an excerpt has a length of at least 1, not " + length);
        }
    }
}
