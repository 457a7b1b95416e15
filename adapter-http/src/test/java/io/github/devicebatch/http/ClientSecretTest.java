package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.support.Canaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSecretTest {

    @TempDir
    private Path folder;

    @Test
    void neverPrintsItself() {
        assertThat(ClientSecret.of(Canaries.CLIENT_SECRET)).hasToString("[client secret]");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"'',''", "'','\n'", "'','\r\n'", "'','\r'", "\ufeff,''", "\ufeff,'\n'", "\ufeff,'\r\n'"})
    void isReadFromAFileWithoutByteOrderMarkAndLineBreak(String start, String end) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), start + Canaries.CLIENT_SECRET + end);
        assertThat(ClientSecret.fromFile(file).secret().reveal()).isEqualTo(Canaries.CLIENT_SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "two\nlines", "hidden\n\n", "hidd\u00e9n", "hidden\ufeff"})
    void refusesWhatCanBeNoneWithoutRepeatingIt(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);
        assertThatThrownBy(() -> ClientSecret.fromFile(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the client secret ")
                .hasMessageNotContainingAny("two", "lines", "hidd");
    }
}
