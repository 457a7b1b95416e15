package io.github.devicebatch.http.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.RefreshTokenFile;
import io.github.devicebatch.http.TwoProcessesTest;
import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.testkit.ManualTime;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The lock within one process. {@link TwoProcessesTest} tests several processes. */
class LockFileTest {

    private final ManualTime time = ManualTime.start();

    @TempDir
    private Path folder;

    private RefreshTokenFile file;

    @BeforeEach
    void store() throws IOException {
        file = RegisteredApp.store(folder, "made-up");
    }

    private LockedTokenFile lock(RefreshTokenFile same) throws IOException, InterruptedException {
        return new RefreshTokenStore(same.path()).lock(time, time, Duration.ofSeconds(30));
    }

    @Test
    void failsAfterTheTimeout() throws IOException, InterruptedException {
        try (LockedTokenFile locked = lock(file)) {
            assertThat(locked.read()).isNotNull();
            assertThatThrownBy(() -> lock(file))
                    .isInstanceOf(LockFile.LockTimeoutException.class)
                    .hasMessage(file + ".lock: another process holds this lock for too long");
        }
        assertThat(Duration.between(ManualTime.DEFAULT_START, time.instant())).isEqualTo(Duration.ofSeconds(30));
    }

    /** POSIX releases a lock when the process closes any of its channels to the file. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void isNotLostIfAnotherThreadTriesToLock() throws IOException, InterruptedException {
        RefreshTokenFile byAnotherName = RefreshTokenFile.at(folder.resolve("own/../own/refresh-token"));
        try (LockedTokenFile locked = lock(file)) {
            assertThat(locked.read()).isNotNull();
            assertThatThrownBy(() -> lock(file)).isInstanceOf(LockFile.LockTimeoutException.class);
            assertThatThrownBy(() -> lock(byAnotherName)).isInstanceOf(LockFile.LockTimeoutException.class);

            assertThat(isLockedByThisProcess()).isTrue();
        }
        assertThat(isLockedByThisProcess()).isFalse();
    }

    private boolean isLockedByThisProcess() throws IOException {
        Object inode = Files.getAttribute(file.path().resolveSibling("refresh-token.lock"), "unix:ino");
        String pid = " " + ProcessHandle.current().pid() + " ";
        return Files.readAllLines(Path.of("/proc/locks")).stream()
                .anyMatch(lock -> lock.contains(pid) && lock.contains(":" + inode + " "));
    }

    @Test
    void isReleasedOnClose() throws IOException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            try (LockedTokenFile locked = lock(file)) {
                locked.replace(Secret.refreshToken("token-" + round));
            }
        }
        assertThat(RegisteredApp.stored(file)).isEqualTo("token-2\n");
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void isReleasedAfterAFailure() throws IOException, InterruptedException {
        Path obstacle = file.path().resolveSibling("refresh-token.new").resolve("in the way");
        Files.createDirectories(obstacle);
        assertThatThrownBy(() -> lock(file)).isInstanceOf(IOException.class);

        Files.delete(obstacle);
        lock(file).close();
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void newTokenIsStoredDespiteAnInterruption() throws IOException, InterruptedException {
        try (LockedTokenFile locked = lock(file)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> locked.replace(Secret.refreshToken("newer")))
                    .isInstanceOf(ClosedByInterruptException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(RegisteredApp.stored(file)).isEqualTo("newer\n");
    }
}
