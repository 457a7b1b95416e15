package io.github.devicebatch.http.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.devicebatch.http.file.FileProtection.Kind;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protection of files on file systems in memory: of POSIX and without permissions. */
class FileProtectionTest {

    private static final String ME = System.getProperty("user.name");

    private FileSystem system = Jimfs.newFileSystem(Configuration.unix());

    @AfterEach
    void close() throws IOException {
        system.close();
    }

    private UserPrincipal user(String name) throws IOException {
        return system.getUserPrincipalLookupService().lookupPrincipalByName(name);
    }

    static void own(Path path, UserPrincipal user) throws IOException {
        Files.setOwner(path, user);
    }

    @Test
    void aFileSystemWithoutPermissionsIsNotChecked() throws IOException {
        Path file = Files.createFile(system.getPath("file").toAbsolutePath());

        assertThat(FileProtection.of(file)).isEqualTo(new FileProtection.Unsupported());
        PrivateFiles.checkFile(file);
        assertThat(PrivateFiles.fileAttributes(file)).isEmpty();
        assertThat(exposures(file)).isEmpty();
    }

    /** Returns the commands that are given for each access. */
    static List<String> exposures(Path file) throws IOException {
        List<String> commands = new ArrayList<>();
        for (PrivateFiles.Access access : PrivateFiles.Access.values()) {
            PrivateFiles.exposure(file, access, word -> "<" + word + ">").ifPresent(commands::add);
        }
        return commands;
    }

    /** Permissions and owners. */
    @Nested
    class Posix {

        private Path directory;
        private Path file;

        Posix() throws IOException {
            system = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                    .setAttributeViews("basic", "owner", "posix")
                    .build());
            own(system.getPath("/"), user("administrator"));
            directory = system.getPath("own").toAbsolutePath();
            Files.createDirectory(directory, FileProtection.of(directory).attributes(Kind.DIRECTORY));
            file = directory.resolve("file");
            PrivateFiles.createFile(file);
            own(directory, user(ME));
            own(file, user(ME));
        }

        @Test
        void whatIsCreatedIsPrivate() throws IOException {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            PrivateFiles.checkFile(file);
            PrivateFiles.checkDirectory(directory);
            PrivateFiles.checkUnwritableDirectory(directory);
        }

        @Test
        void theAdministratorMayOwnIt() throws IOException {
            own(file, user("administrator"));
            own(directory, user("administrator"));

            PrivateFiles.checkFile(file);
            PrivateFiles.checkDirectory(directory);
            PrivateFiles.checkUnwritableDirectory(directory);
        }

        @Test
        void anotherUserMayNot() throws IOException {
            own(file, user("mallory"));
            own(directory, user("mallory"));

            String message = ": it belongs to another user, mallory; run the command as that user, or use a file and a"
                    + " directory of your own";
            assertThatThrownBy(() -> PrivateFiles.checkFile(file))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessage(file + message);
            assertThatThrownBy(() -> PrivateFiles.checkDirectory(directory)).hasMessage(directory + message);
            assertThatThrownBy(() -> PrivateFiles.checkUnwritableDirectory(directory))
                    .hasMessage(directory + message);
        }

        @ParameterizedTest
        @CsvSource({
            "rw-------, ''",
            "rwx--x--x, ''",
            "rw-r-----, chmod 600",
            "rw----r--, chmod 600",
            "rw--w----, chmod go-w",
            "rw-----w-, chmod go-w",
            "rw-rw-rw-, chmod 600/chmod go-w"
        })
        void tellsHowToTakeAccessFromOthers(String permissions, String commands) throws IOException {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

            assertThat(exposures(file))
                    .isEqualTo(Stream.of(commands.split("/"))
                            .filter(command -> !command.isEmpty())
                            .map(command -> command + " <" + file + ">")
                            .toList());
            assertThat(exposures(directory)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"r-x------, true", "rwxr-xr-x, true", "rwxrwxr-x, false", "rwxr-xrwx, false", "r-x---r-x, true"})
        void aDirectoryThatThisProcessCannotWriteMayBeReadByOthers(String permissions, boolean accepted)
                throws IOException {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));

            if (accepted) {
                PrivateFiles.checkUnwritableDirectory(directory);
            } else {
                assertThatThrownBy(() -> PrivateFiles.checkUnwritableDirectory(directory))
                        .hasMessage(directory + ": other users can replace files in it; use another directory");
            }
        }
    }
}
