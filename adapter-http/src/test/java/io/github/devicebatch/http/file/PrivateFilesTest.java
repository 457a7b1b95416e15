package io.github.devicebatch.http.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class PrivateFilesTest {

    @Test
    void quotesPathsForTheShell() {
        assertThat(PrivateFiles.quoted(Path.of("/it's here"))).isEqualTo("'/it'\\''s here'");
    }
}
