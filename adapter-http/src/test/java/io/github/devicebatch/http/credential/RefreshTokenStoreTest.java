package io.github.devicebatch.http.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.RefreshTokenFile;
import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.testkit.ManualTime;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The refresh token file: its content and permissions. */
@DisabledOnOs(OS.WINDOWS)
class RefreshTokenStoreTest {

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
    void createsPrivateFilesAndDirectories() throws IOException, InterruptedException {
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
    void writesALineBreakAfterTheToken() throws IOException, InterruptedException {
        RefreshTokenFile file = RefreshTokenFile.at(folder.resolve("own/refresh-token"));
        replace(file);
        assertThat(RegisteredApp.stored(file)).isEqualTo(TOKEN + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN, TOKEN + "\n", TOKEN + "\r\n"})
    void readsTheTokenWithoutTheLineBreak(String content) throws IOException, InterruptedException {
        RefreshTokenFile file = RegisteredApp.store(folder, "");
        Files.writeString(file.path(), content);
        try (LockedTokenFile locked = lock(file)) {
            assertThat(locked.read()).isEqualTo(Secret.refreshToken(TOKEN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw-----w-", "rwx------", "rw----r--"})
    void rejectsAFileWithOtherPermissions(String permissions) throws IOException {
        RefreshTokenFile file = RegisteredApp.store(folder, TOKEN);
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString(permissions));

        String message = file + ": its permissions must be 0600 (owner only); run: chmod 600 '" + file + "'";
        assertThatThrownBy(file::check).isInstanceOf(FileSystemException.class).hasMessage(message);
        assertThatThrownBy(() -> lock(file)).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x---", "rwx---r--", "rwx--x--x"})
    void rejectsADirectoryWithOtherPermissions(String permissions) throws IOException {
        RefreshTokenFile file = RegisteredApp.store(folder, TOKEN);
        Path own = file.path().getParent();
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString(permissions));

        String message = own + ": its permissions must be 0700 (owner only); use a directory of its own, or run:"
                + " chmod 700 '" + own + "'";
        assertThatThrownBy(file::check).hasMessage(message);
        assertThatThrownBy(() -> lock(file)).hasMessage(message);
    }

    @Test
    void rejectsTheRootDirectory() {
        assertThatThrownBy(() -> RefreshTokenFile.at(Path.of("/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a refresh token file: \"/\"; give the path of a file");
    }

    /** A file without a refresh token. */
    @Nested
    @DisabledOnOs(OS.WINDOWS)
    class UnusableContent {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            '' | the refresh token is empty; sign in again
            two words | the refresh token has white space at position 4 of 9; a token is one word of visible ASCII; sign in again
            """)
        void isRejectedWithoutAToken(String content, String why) throws IOException {
            RefreshTokenFile file = RegisteredApp.store(folder, content);
            assertThatThrownBy(file::check).hasMessage(file + ": " + why);
        }

        @Test
        void isRejectedIfItIsTooLong() throws IOException {
            RefreshTokenFile file = RegisteredApp.store(folder, "a".repeat(SecretFileReader.MAX_BYTES));
            assertThatThrownBy(file::check).hasMessage(file + ": it is longer than any refresh token; sign in again");
        }

        @Test
        void isRejectedIfItIsADirectory() throws IOException {
            Path own = RegisteredApp.store(folder, TOKEN).path().getParent();
            RefreshTokenFile file = RefreshTokenFile.at(Files.createDirectory(own.resolve("a folder")));
            assertThatThrownBy(file::check).hasMessage(file + ": it is not a regular file");
        }
    }

    /** Symbolic links, which are not followed. */
    @Nested
    @DisabledOnOs(OS.WINDOWS)
    class SymbolicLinks {

        @Test
        void rejectsAFileThatIsASymbolicLink() throws IOException {
            RefreshTokenFile target = RegisteredApp.store(folder, TOKEN);
            RefreshTokenFile link =
                    RefreshTokenFile.at(Files.createSymbolicLink(target.path().resolveSibling("link"), target.path()));

            String message = link + ": it is a symbolic link; give the file that it points to";
            assertThatThrownBy(link::check).hasMessage(message);
            assertThatThrownBy(() -> lock(link)).hasMessage(message);
            assertThat(RegisteredApp.stored(target)).isEqualTo(TOKEN + "\n");
        }

        @Test
        void rejectsADirectoryThatIsASymbolicLink() throws IOException {
            RefreshTokenFile target = RegisteredApp.store(folder, TOKEN);
            Path link = Files.createSymbolicLink(
                    folder.resolve("link"), target.path().getParent());
            RefreshTokenFile file = RefreshTokenFile.at(link.resolve("refresh-token"));

            String message = link + ": it is a symbolic link; give the directory that it points to";
            assertThatThrownBy(file::check).hasMessage(message);
            assertThatThrownBy(() -> lock(file)).hasMessage(message);
        }

        @Test
        void rejectsALockFileThatIsASymbolicLink() throws IOException {
            RefreshTokenFile file = RegisteredApp.store(folder, TOKEN);
            Path elsewhere = linkedFrom(file.path().resolveSibling("refresh-token.lock"));

            assertThatThrownBy(() -> replace(file)).hasMessage(file + ".lock: it is a symbolic link; remove it");
            assertThat(elsewhere).hasContent("untouched");
        }

        @Test
        void doesNotFollowASymbolicLinkForTheNextToken() throws IOException, InterruptedException {
            RefreshTokenFile file = RegisteredApp.store(folder, "old");
            Path elsewhere = linkedFrom(file.path().resolveSibling("refresh-token.new"));

            replace(file);
            assertThat(elsewhere).hasContent("untouched");
            assertThat(RegisteredApp.stored(file)).isEqualTo(TOKEN + "\n");
        }

        private Path linkedFrom(Path link) throws IOException {
            Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "untouched");
            Files.createSymbolicLink(link, elsewhere);
            return elsewhere;
        }
    }

    /** A directory that this process can't write, or a volume that is mounted read-only. */
    @Nested
    @DisabledOnOs(OS.WINDOWS)
    class WithoutWriting {

        private RefreshTokenStore store(RefreshTokenFile file, DirectoryAccess access) {
            return new RefreshTokenStore(file.path(), directory -> access);
        }

        private TokenFile open(RefreshTokenStore store) throws IOException, InterruptedException {
            return store.open(time, time, Duration.ofSeconds(30));
        }

        private void assertRead(RefreshTokenStore store, String token) throws IOException, InterruptedException {
            try (TokenFile opened = open(store)) {
                assertThat(opened.read()).isEqualTo(Secret.refreshToken(token));
            }
        }

        private void replace(RefreshTokenStore store, String token) throws IOException, InterruptedException {
            try (TokenFile opened = open(store)) {
                opened.read();
                opened.replace(Secret.refreshToken(token));
            }
        }

        @ParameterizedTest
        @EnumSource(names = "WRITABLE", mode = EnumSource.Mode.EXCLUDE)
        void theTokenIsUsedAndNothingIsCreated(DirectoryAccess access) throws IOException, InterruptedException {
            RefreshTokenFile file = RegisteredApp.store(folder, TOKEN);
            RefreshTokenStore store = store(file, access);

            store.check();
            assertThat(store.isReplaceable()).isFalse();
            assertRead(store, TOKEN);
            try (Stream<Path> files = Files.list(file.path().getParent())) {
                assertThat(files).containsExactly(file.path());
            }
        }

        @ParameterizedTest
        @EnumSource(names = "WRITABLE", mode = EnumSource.Mode.EXCLUDE)
        void newTokensAreKeptInMemoryUntilTheFileChanges(DirectoryAccess access)
                throws IOException, InterruptedException {
            RefreshTokenFile file = RegisteredApp.store(folder, TOKEN);
            RefreshTokenStore store = store(file, access);

            replace(store, "second");
            assertRead(store, "second");
            replace(store, "third");
            assertRead(store, "third");
            assertThat(RegisteredApp.stored(file)).isEqualTo(TOKEN + "\n");

            Files.writeString(file.path(), "another");
            assertRead(store, "another");
        }

        @Test
        void aReadOnlyVolumeMayHaveLinksAndOtherPermissions() throws IOException, InterruptedException {
            RefreshTokenFile target = RegisteredApp.store(folder, TOKEN);
            Files.setPosixFilePermissions(target.path(), PosixFilePermissions.fromString("r--r--r--"));
            Files.setPosixFilePermissions(target.path().getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
            Path link = Files.createSymbolicLink(target.path().resolveSibling("..data"), target.path());

            assertRead(store(RefreshTokenFile.at(link), DirectoryAccess.READ_ONLY_VOLUME), TOKEN);
            assertThatThrownBy(store(RefreshTokenFile.at(link), DirectoryAccess.NOT_WRITABLE)::check)
                    .hasMessageContaining("other users can replace files in it");
        }

        @Test
        void elsewhereTheFileMustBePrivate() throws IOException {
            RefreshTokenFile file = RegisteredApp.store(folder, TOKEN);
            Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("r--r-----"));

            assertThatThrownBy(store(file, DirectoryAccess.NOT_WRITABLE)::check)
                    .hasMessageContaining("its permissions must be 0600");

            Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("r--------"));
            Files.setPosixFilePermissions(file.path().getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));
            assertThatCode(store(file, DirectoryAccess.NOT_WRITABLE)::check).doesNotThrowAnyException();
            Files.setPosixFilePermissions(file.path().getParent(), PosixFilePermissions.fromString("rwx------"));
        }

        @Test
        void theAccessIsThatOfTheOperatingSystem() throws IOException {
            RefreshTokenFile file = RegisteredApp.store(folder, TOKEN);
            assertThat(file.isReplaceable()).isTrue();
            assertThat(RefreshTokenFile.at(folder.resolve("missing/token")).isReplaceable())
                    .isTrue();

            Path own = file.path().getParent();
            Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("r-x------"));
            assertThat(file.isReplaceable()).isEqualTo(Files.isWritable(own));
            Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
