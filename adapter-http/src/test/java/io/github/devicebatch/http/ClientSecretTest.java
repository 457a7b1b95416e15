package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.support.LeakedSecrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSecretTest {

    @TempDir
    private Path folder;

    @Test
    void toStringHidesTheValue() {
        assertThat(ClientSecret.of(LeakedSecrets.CLIENT_SECRET)).hasToString("[client secret]");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'',''",
                "'','\n'",
                "'','\r\n'",
                "'','\r'",
                "\ufeff,''",
                "\ufeff,'\n'",
                "\ufeff,'\r\n'",
                "'','\n\n'",
                "' ',\ufeff"
            })
    void fileIsReadWithoutByteOrderMarkAndWhiteSpaceAround(String start, String end) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), start + LeakedSecrets.CLIENT_SECRET + end);
        assertThat(ClientSecret.fromFile(file).secret().reveal()).isEqualTo(LeakedSecrets.CLIENT_SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two words",
                "two\nlines",
                "hidd\u00e9n",
                "hid\ufeffden",
                "\"hidden\"",
                "'hidden'",
                "{\"a\":\"hidden\"}"
            })
    void rejectsUnusableTextWithoutRepeatingIt(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);
        assertThatThrownBy(() -> ClientSecret.fromFile(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the client secret ")
                .hasMessageNotContainingAny("two", "lines", "hidd");
    }

    /** A file without a client secret. */
    @Nested
    class UnreadableFile {

        @Test
        void rejectsAMissingFile() {
            Path file = folder.resolve("missing");
            assertThatThrownBy(() -> ClientSecret.fromFile(file))
                    .isInstanceOf(IOException.class)
                    .hasMessage(file + ": there is no such file");
        }

        @Test
        void rejectsALongFile() throws IOException {
            Path file = Files.writeString(folder.resolve("secret"), "a".repeat((64 << 10) + 1));
            assertThatThrownBy(() -> ClientSecret.fromFile(file))
                    .isInstanceOf(IOException.class)
                    .hasMessage(file + ": it is longer than 65536 bytes");
        }

        @Test
        void rejectsAFileThatIsNotUtf8() throws IOException {
            Path file = Files.write(folder.resolve("secret"), "s\u00e9cret".getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> ClientSecret.fromFile(file))
                    .isInstanceOf(IOException.class)
                    .hasMessage(file + ": it is not text in UTF-8");
        }
    }
}
