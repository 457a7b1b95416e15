package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@link KilledRotations} on a small scale. */
@Timeout(120)
class KilledRotationsTest {

    private static final int KILLS = 8;

    @TempDir
    private Path folder;

    @Test
    void leaveACompleteToken() throws IOException, InterruptedException {
        assertThat(KilledRotations.run(KILLS, folder)).isEqualTo(KILLS);
    }
}
