package io.github.devicebatch.http.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.RefreshTokenFile;
import io.github.devicebatch.http.support.Partner;
import io.github.devicebatch.testkit.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A symbolic link is followed nowhere. */
@DisabledOnOs(OS.WINDOWS)
class RefreshTokenFileLinksTest {

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

    @Test
    void isRefusedWhenItIsASymbolicLink() throws IOException {
        RefreshTokenFile target = Partner.store(folder, TOKEN);
        RefreshTokenFile link =
                RefreshTokenFile.at(Files.createSymbolicLink(target.path().resolveSibling("link"), target.path()));

        String message = link + ": it is a symbolic link; give the file that it points to";
        assertThatThrownBy(link::check).hasMessage(message);
        assertThatThrownBy(() -> lock(link)).hasMessage(message);
        assertThat(Partner.stored(target)).isEqualTo(TOKEN + "\n");
    }

    @Test
    void isRefusedWhenItsFolderIsASymbolicLink() throws IOException {
        RefreshTokenFile target = Partner.store(folder, TOKEN);
        Path link =
                Files.createSymbolicLink(folder.resolve("link"), target.path().getParent());
        RefreshTokenFile file = RefreshTokenFile.at(link.resolve("refresh-token"));

        String message = link + ": it is a symbolic link; give the directory that it points to";
        assertThatThrownBy(file::check).hasMessage(message);
        assertThatThrownBy(() -> lock(file)).hasMessage(message);
    }

    @Test
    void doesNotFollowALinkInPlaceOfTheLock() throws IOException {
        RefreshTokenFile file = Partner.store(folder, TOKEN);
        Path elsewhere = linkedFrom(file.path().resolveSibling("refresh-token.lock"));

        assertThatThrownBy(() -> replace(file)).hasMessage(file + ".lock: it is a symbolic link; remove it");
        assertThat(elsewhere).hasContent("untouched");
    }

    @Test
    void doesNotFollowALinkInPlaceOfTheNextToken() throws IOException, InterruptedException {
        RefreshTokenFile file = Partner.store(folder, "old");
        Path elsewhere = linkedFrom(file.path().resolveSibling("refresh-token.new"));

        replace(file);
        assertThat(elsewhere).hasContent("untouched");
        assertThat(Partner.stored(file)).isEqualTo(TOKEN + "\n");
    }

    private Path linkedFrom(Path link) throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "untouched");
        Files.createSymbolicLink(link, elsewhere);
        return elsewhere;
    }
}
