package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                 | 0
            abc                | 3
            Ünïcode            | 7
            U\u0308nicode      | 7
            漢字               | 4
            ＡＢ               | 4
            ｱｲｳ                | 3
            한국               | 4
            \u1112\u1161\u11ab | 2
            パ\u3099           | 2
            😀                 | 2
            ✔                  | 1
            ✔\ufe0f            | 2
            \ud840\udc00       | 2
            …                  | 1
            a漢b               | 4
            """)
    void countsColumns(String text, int columns) {
        assertThat(DisplayWidth.of(text.translateEscapes())).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"abcdef, 3, abc", "漢字, 3, 漢", "漢字, 4, 漢字", "😀😀, 1, ''", "abc, 9, abc"})
    void cutsBetweenCharacters(String text, int columns, String cut) {
        assertThat(DisplayWidth.cut(text, columns)).isEqualTo(cut);
    }
}
