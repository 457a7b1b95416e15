package io.github.devicebatch.http.credential;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.RefreshTokenFile;
import io.github.devicebatch.http.support.Partner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that cannot be one of a refresh token. */
@DisabledOnOs(OS.WINDOWS)
class UnusableRefreshTokenFileTest {

    private static final String TOKEN = "0.ARoA-made_up~refresh.token";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '' | the refresh token is empty; sign in again
            two words | the refresh token has white space at position 4 of 9; a token is one word of visible ASCII; sign in again
            """)
    void isRefusedWhenItHasNoToken(String content, String why) throws IOException {
        RefreshTokenFile file = Partner.store(folder, content);
        assertThatThrownBy(file::check).hasMessage(file + ": " + why);
    }

    @Test
    void isRefusedWhenItIsLongerThanAnyToken() throws IOException {
        RefreshTokenFile file = Partner.store(folder, "a".repeat(SecretFileReader.MAX_BYTES));
        assertThatThrownBy(file::check).hasMessage(file + ": it is longer than any refresh token; sign in again");
    }

    @Test
    void isRefusedWhenItIsAFolder() throws IOException {
        Path own = Partner.store(folder, TOKEN).path().getParent();
        RefreshTokenFile file = RefreshTokenFile.at(Files.createDirectory(own.resolve("a folder")));
        assertThatThrownBy(file::check).hasMessage(file + ": it is not a regular file");
    }
}
