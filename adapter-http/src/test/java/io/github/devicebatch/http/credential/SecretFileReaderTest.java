package io.github.devicebatch.http.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileReaderTest {

    @TempDir
    private Path folder;

    @Test
    void readsOneLineWithoutItsEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "\ufeffa pass word\r\n");

        assertThat(SecretFileReader.line(file)).isEqualTo("a pass word");
    }
}
