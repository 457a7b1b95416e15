package io.github.devicebatch.http.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextInputTest {

    private static final String MARK = "\ufeff";
    private static final String TEXT = "47021739 Größe 漢字 😀\n";

    @ParameterizedTest
    @CsvSource({"UTF-8, true", "UTF-8, false", "UTF-16LE, true", "UTF-16LE, false", "UTF-16BE, true", "UTF-16BE, false"
    })
    void readsTextInItsEncoding(Charset encoding, boolean marked) throws IOException {
        byte[] bytes = ((marked ? MARK : "") + TEXT).getBytes(encoding);

        assertThat(TextInput.decode(bytes)).isEqualTo(TEXT);
        assertThat(text(bytes)).isEqualTo(TEXT);
        assertThat(TextInput.decode(TextInput.utf8(bytes))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void readsShortText(String text) throws IOException {
        for (Charset encoding :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            byte[] marked = (MARK + text).getBytes(encoding);

            assertThat(TextInput.decode(marked)).isEqualTo(text);
            assertThat(text(marked)).isEqualTo(text);
        }
        assertThat(text(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, true", "UTF-8, false", "UTF-16LE, true", "UTF-16LE, false", "UTF-16BE, true", "UTF-16BE, false"
    })
    void readsPartsOfATextInItsEncoding(Charset encoding, boolean marked) {
        byte[] beginning = ((marked ? MARK : "") + "ab").getBytes(encoding);

        assertThat(TextInput.encoding(beginning)).isEqualTo(encoding);
        assertThat(TextInput.decodePart(TEXT.getBytes(encoding), encoding)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller", "Œuvre", "10 €", "ÿ"})
    void aPartThatIsNotUtf8IsReadAsWindows1252(String text) {
        byte[] ansi = text.getBytes(Charset.forName("windows-1252"));

        assertThat(TextInput.decodePart(ansi, StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(TextInput.decodePart(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void leavesBinaryFilesUnchanged() throws IOException {
        byte[] der = {0x30, (byte) 0x82, 0x00, 0x10, 0x00};

        assertThat(TextInput.utf8(der)).isSameAs(der);
    }

    @Test
    void aReaderReplacesWhatIsNotText() throws IOException {
        assertThat(text("Müller".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("M\ufffdller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M\u00fcller", "\u00ff"})
    void rejectsWhatIsNotText(String latin) {
        assertThatThrownBy(() -> TextInput.decode(latin.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(CharacterCodingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\t",
                "\r",
                "\n",
                "\r\n",
                "\n\n",
                "\u000b",
                "\f",
                "\u0085",
                "\u00a0",
                "\u1680",
                "\u2003",
                "\u2007",
                "\u2028",
                "\u2029",
                "\u202f",
                "\u3000",
                "\ufeff",
                "\u200b",
                "\u200e",
                "\u202a",
                "\u00ad",
                " \u00a0\ufeff "
            })
    void removesWhiteSpaceOfAnyKindAround(String space) {
        assertThat(TextInput.strip(space + "a" + space + "b" + space)).isEqualTo("a" + space + "b");
        assertThat(TextInput.strip(space)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u001b", "\u007f", "\ufffd", "\"", "é", "😀"})
    void keepsOtherCharactersAround(String text) {
        assertThat(TextInput.strip(text + "a" + text)).isEqualTo(text + "a" + text);
    }

    private static String text(byte[] bytes) throws IOException {
        try (Reader reader = TextInput.reader(new ByteArrayInputStream(bytes), bytes.length)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }

    /** Input that is longer than its limit. */
    @Nested
    class Limit {

        private static final int LIMIT = 100_000;

        private final InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };

        @Test
        void endsReading() {
            assertThatThrownBy(() -> TextInput.bytes(endless, LIMIT))
                    .isInstanceOf(TextInput.TooLongException.class)
                    .hasMessage("it is longer than 100000 bytes");
            assertThatThrownBy(() -> TextInput.reader(endless, LIMIT).transferTo(new StringWriter()))
                    .isInstanceOf(TextInput.TooLongException.class)
                    .hasMessage("it is longer than 100000 bytes");
        }

        @Test
        void isAllowed() throws IOException {
            byte[] longest = "a".repeat(LIMIT).getBytes(StandardCharsets.UTF_8);

            assertThat(TextInput.bytes(new ByteArrayInputStream(longest), LIMIT))
                    .hasSize(LIMIT);
            assertThat(text(longest)).hasSize(LIMIT);
        }
    }
}
