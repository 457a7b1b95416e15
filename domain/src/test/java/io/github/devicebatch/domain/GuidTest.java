package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuidTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "47021739-3426-40bf-9601-61b4b6d7c793",
                "47021739-3426-40BF-9601-61B4B6D7C793",
                "47021739-3426-40bF-9601-61b4B6d7C793",
                "00000000-0000-0000-0000-000000000000",
                "ffffffff-ffff-ffff-ffff-ffffffffffff",
                "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
                "abcdefab-cdef-abcd-efab-cdefabcdefab"
            })
    void takesHexadecimalDigitsInGroupsOfEightFourFourFourTwelve(String text) {
        assertThat(Guid.parse("an id", text).value()).hasToString(text.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "1-1-1-1-1",
                "------------------------------------",
                // something around it, or nothing between
                "{47021739-3426-40bf-9601-61b4b6d7c793}",
                "(47021739-3426-40bf-9601-61b4b6d7c793)",
                "\"47021739-3426-40bf-9601-61b4b6d7c793\"",
                "urn:uuid:47021739-3426-40bf-9601-61b4b6d7c793",
                "47021739342640bf960161b4b6d7c793",
                "47021739-3426-40bf-9601-61b4b6d7c793/..",
                // too short, too long, divided wrongly
                "47021739-3426-40bf-9601-61b4b6d7c79",
                "47021739-3426-40bf-9601-61b4b6d7c7933",
                "4702173-93426-40bf-9601-61b4b6d7c793",
                "47021739-3426-40bf-960161-b4b6d7c793",
                "47021739-3426-40bf-9601-61b4b6d7c79-",
                // 36 characters of which one is no ASCII hexadecimal digit or dash
                "47021739-3426-40bf-9601-61b4b6d7c79g",
                "+7021739-3426-40bf-9601-61b4b6d7c793",
                "0x021739-3426-40bf-9601-61b4b6d7c793",
                "47021739_3426_40bf_9601_61b4b6d7c793"
            })
    void refusesAnyOtherForm(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guid.parse("an id", text))
                .withMessage("not an id: %s; it is a GUID such as 47021739-3426-40bf-9601-61b4b6d7c793", quoted(text));
    }

    /** White space, controls, marks, and letters and digits that look right. */
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '|',
            value = {
                "' '|⟨U+0020 space⟩",
                " 47021739-3426-40bf-9601-61b4b6d7c793|⟨U+0020 space⟩47021739-3426-40bf-9601-61b4b6d7c793",
                "47021739-3426-40bf-9601-61b4b6d7c793 |47021739-3426-40bf-9601-61b4b6d7c793⟨U+0020 space⟩",
                "'47021739-3426-40bf-9601-61b4b6d7c793\n'|47021739-3426-40bf-9601-61b4b6d7c793⟨U+000A line feed⟩",
                "'47021739-3426-40bf-9601-61b4b6d7c793\r'|47021739-3426-40bf-9601-61b4b6d7c793⟨U+000D carriage return⟩",
                "47021739-3426-40bf-9601-61b4b6d7c793\0|47021739-3426-40bf-9601-61b4b6d7c793⟨U+0000 null⟩",
                "\ufeff47021739-3426-40bf-9601-61b4b6d7c793|⟨U+FEFF zero width no-break space⟩47021739-3426-40bf-9601-61b4b6d7c793",
                "'47021739-3426-40bf-9601-61b4b6d7c79\n'|47021739-3426-40bf-9601-61b4b6d7c79⟨U+000A line feed⟩",
                "47021739\u20103426-40bf-9601-61b4b6d7c793|47021739⟨U+2010 hyphen⟩3426-40bf-9601-61b4b6d7c793",
                "\u0664\u0667021739-3426-40bf-9601-61b4b6d7c793|⟨U+0664 arabic-indic digit four⟩\u0667021739-3426-40bf-9601-61b4b6d7c793",
                "\uff14\uff17021739-3426-40bf-9601-61b4b6d7c793|⟨U+FF14 fullwidth digit four⟩\uff17021739-3426-40bf-9601-61b4b6d7c793",
                "47021739-3426-40b\u0444-9601-61b4b6d7c793|47021739-3426-40b⟨U+0444 cyrillic small letter ef⟩-9601-61b4b6d7c793",
                "47021739-3426-40b\u200b-9601-61b4b6d7c793|47021739-3426-40b⟨U+200B zero width space⟩-9601-61b4b6d7c793"
            })
    void namesACharacterThatIsNoHexadecimalDigit(String text, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guid.parse("an id", text))
                .withMessage("not an id: \"%s\"; it is a GUID such as 47021739-3426-40bf-9601-61b4b6d7c793", shown);
    }

    @Test
    void showsTheBeginningOfWhatIsTooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guid.parse("an id", "x".repeat(10_000)))
                .withMessageStartingWith("not an id: \"⟨U+0078 latin small letter x⟩" + "x".repeat(40) + "…\"; ");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> Guid.parse("an id", null));
    }

    private static String quoted(String text) {
        return '"' + new Excerpt(text).text() + '"';
    }
}
