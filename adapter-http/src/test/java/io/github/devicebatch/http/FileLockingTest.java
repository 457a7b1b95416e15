package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One has the file, the others wait; within one process. {@link TwoProcessesTest} has the rest. */
class FileLockingTest {

    private final ManualTime time = ManualTime.start();

    @TempDir
    private Path folder;

    private RefreshTokenFile file;

    @BeforeEach
    void store() throws IOException {
        file = Partner.store(folder, "made-up");
    }

    private LockedTokenFile lock(RefreshTokenFile same) throws IOException, InterruptedException {
        return same.lock(time, time, Duration.ofSeconds(30));
    }

    @Test
    void givesUpWhenAnotherKeepsTheFile() throws IOException, InterruptedException {
        try (LockedTokenFile held = lock(file)) {
            assertThat(held.read()).isNotNull();
            assertThatThrownBy(() -> lock(file))
                    .isInstanceOf(FileLocking.LockedTooLongException.class)
                    .hasMessage(file + ".lock: another process holds this lock for too long");
        }
        assertThat(Duration.between(ManualTime.DEFAULT_START, time.instant())).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void knowsTheFileByWhateverName() throws IOException, InterruptedException {
        RefreshTokenFile same = RefreshTokenFile.at(
                folder.resolve("own").resolve("..").resolve("own").resolve("refresh-token"));
        try (LockedTokenFile held = lock(file)) {
            assertThat(held.read()).isNotNull();
            assertThatThrownBy(() -> lock(same)).isInstanceOf(FileLocking.LockedTooLongException.class);
        }
    }

    @Test
    void letsTheNextHaveItAfterwards() throws IOException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            try (LockedTokenFile held = lock(file)) {
                held.replace(RefreshToken.of("token-" + round));
            }
        }
        assertThat(Partner.stored(file)).isEqualTo("token-2\n");
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void letsTheNextHaveItAfterAFailureToo() throws IOException, InterruptedException {
        Path place = file.path().resolveSibling("refresh-token.new").resolve("in the way");
        Files.createDirectories(place);
        assertThatThrownBy(() -> lock(file)).isInstanceOf(IOException.class);

        Files.delete(place);
        lock(file).close();
        assertThat(time.pauses()).isEmpty();
    }
}
