package io.github.devicebatch.http.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.RefreshTokenFile;
import io.github.devicebatch.http.support.Partner;
import io.github.devicebatch.testkit.ManualTime;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that keeps a refresh token, and who else may look into it. */
@DisabledOnOs(OS.WINDOWS)
class RefreshTokenFileTest {

    private static final String TOKEN = "0.ARoA-made_up~refresh.token";

    private final ManualTime time = ManualTime.start();

    @TempDir
    private Path folder;

    private LockedTokenFile lock(RefreshTokenFile file) throws IOException, InterruptedException {
        return new RefreshTokenStore(file.path()).lock(time, time, Duration.ofSeconds(30));
    }

    private void replace(RefreshTokenFile file) throws IOException, InterruptedException {
        try (LockedTokenFile locked = lock(file)) {
            locked.replace(Secret.refreshToken(TOKEN));
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void isMadeForItsOwnerAloneAndSoAreItsFolders() throws IOException, InterruptedException {
        RefreshTokenFile file = RefreshTokenFile.at(folder.resolve("new/and/deep/refresh-token"));

        replace(file);

        assertThat(file.path()).hasContent(TOKEN);
        assertThat(permissions(file.path())).isEqualTo("rw-------");
        assertThat(permissions(file.path().resolveSibling("refresh-token.lock")))
                .isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("new/and/deep"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("new"))).isEqualTo("rwx------");
        file.check();
    }

    @Test
    void endsWithALineBreak() throws IOException, InterruptedException {
        RefreshTokenFile file = RefreshTokenFile.at(folder.resolve("own/refresh-token"));
        replace(file);
        assertThat(Partner.stored(file)).isEqualTo(TOKEN + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN, TOKEN + "\n", TOKEN + "\r\n"})
    void readsTheTokenWithoutTheLineBreak(String content) throws IOException, InterruptedException {
        RefreshTokenFile file = Partner.store(folder, "");
        Files.writeString(file.path(), content);
        try (LockedTokenFile locked = lock(file)) {
            assertThat(locked.read()).isEqualTo(Secret.refreshToken(TOKEN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw-----w-", "rwx------", "rw----r--"})
    void isRefusedWhenOthersMayUseIt(String permissions) throws IOException {
        RefreshTokenFile file = Partner.store(folder, TOKEN);
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString(permissions));

        String message = file + ": its permissions must be 0600 (owner only); run: chmod 600 '" + file + "'";
        assertThatThrownBy(file::check).isInstanceOf(FileSystemException.class).hasMessage(message);
        assertThatThrownBy(() -> lock(file)).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x---", "rwx---r--", "rwx--x--x"})
    void isRefusedWhenOthersMayUseItsFolder(String permissions) throws IOException {
        RefreshTokenFile file = Partner.store(folder, TOKEN);
        Path own = file.path().getParent();
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString(permissions));

        String message = own + ": its permissions must be 0700 (owner only); use a directory of its own, or run:"
                + " chmod 700 '" + own + "'";
        assertThatThrownBy(file::check).hasMessage(message);
        assertThatThrownBy(() -> lock(file)).hasMessage(message);
    }

    @Test
    void needsAName() {
        assertThatThrownBy(() -> RefreshTokenFile.at(Path.of("/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a refresh token file: \"/\"; give the path of a file");
    }
}
