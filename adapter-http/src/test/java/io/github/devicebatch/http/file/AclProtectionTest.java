package io.github.devicebatch.http.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.devicebatch.http.file.FileProtection.Kind;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The protection of files by access control lists, as on Windows, on a file system in memory. */
class AclProtectionTest {

    private static final String ME = System.getProperty("user.name");
    private static final Set<AclEntryPermission> HARMLESS = EnumSet.of(
            AclEntryPermission.READ_ATTRIBUTES,
            AclEntryPermission.WRITE_ATTRIBUTES,
            AclEntryPermission.READ_NAMED_ATTRS,
            AclEntryPermission.WRITE_NAMED_ATTRS,
            AclEntryPermission.EXECUTE,
            AclEntryPermission.READ_ACL,
            AclEntryPermission.SYNCHRONIZE);

    private final FileSystem system;
    private final Path directory;
    private final Path file;

    AclProtectionTest() throws IOException {
        system = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setAttributeViews("basic", "owner", "acl")
                .build());
        Path home = Files.createDirectories(system.getPath(System.getProperty("user.home")));
        allow(home, user(ME), AclEntryPermission.values());
        allow(home, user("SYSTEM"), AclEntryPermission.values());
        FileProtectionTest.own(system.getPath("/"), user("TrustedInstaller"));
        directory = system.getPath("own").toAbsolutePath();
        file = directory.resolve("file");
        create(Files.createDirectory(directory), Kind.DIRECTORY);
        create(Files.createFile(file), Kind.FILE);
        FileProtectionTest.own(directory, user(ME));
        FileProtectionTest.own(file, user(ME));
    }

    /** Jimfs sets no list while it creates a file. */
    private static void create(Path path, Kind kind) throws IOException {
        for (FileAttribute<?> attribute : FileProtection.of(path).attributes(kind)) {
            Files.setAttribute(path, attribute.name(), attribute.value());
        }
    }

    private static AclFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, AclFileAttributeView.class);
    }

    private static void allow(Path path, UserPrincipal user, AclEntryPermission... permissions) throws IOException {
        add(path, AclEntryType.ALLOW, user, permissions);
    }

    private static void add(Path path, AclEntryType type, UserPrincipal user, AclEntryPermission... permissions)
            throws IOException {
        AclEntry entry = AclEntry.newBuilder()
                .setType(type)
                .setPrincipal(user)
                .setPermissions(Set.of(permissions))
                .build();
        view(path)
                .setAcl(Stream.concat(view(path).getAcl().stream(), Stream.of(entry))
                        .toList());
    }

    @Test
    void whatIsCreatedIsForThisUserAlone() throws IOException {
        for (Path path : List.of(file, directory)) {
            assertThat(view(path).getAcl()).singleElement().satisfies(entry -> {
                assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
                assertThat(entry.principal()).isEqualTo(user(ME));
                assertThat(entry.permissions()).isEqualTo(EnumSet.allOf(AclEntryPermission.class));
            });
        }
        PrivateFiles.checkFile(file);
        PrivateFiles.checkDirectory(directory);
        PrivateFiles.checkUnwritableDirectory(directory);
    }

    @Test
    void whoHasAccessToTheHomeDirectoryMayHaveIt() throws IOException {
        allow(file, user("SYSTEM"), AclEntryPermission.values());
        FileProtectionTest.own(file, user("SYSTEM"));

        PrivateFiles.checkFile(file);
    }

    @ParameterizedTest
    @EnumSource
    void anotherUserMayNotReadOrChangeIt(AclEntryPermission permission) throws IOException {
        allow(file, user("Users"), permission);

        boolean harmless = HARMLESS.contains(permission);
        if (harmless) {
            PrivateFiles.checkFile(file);
        } else {
            assertThatThrownBy(() -> PrivateFiles.checkFile(file))
                    .hasMessage(file + ": Users has access to it; run: icacls \"" + file
                            + "\" /inheritance:r /grant:r \"%USERNAME%:F\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsHowToTakeAccessFromOthers(AclEntryPermission permission) throws IOException {
        allow(file, user("Users"), permission);

        boolean harmless = HARMLESS.contains(permission);
        assertThat(FileProtectionTest.exposures(file))
                .isEqualTo(
                        harmless
                                ? List.of()
                                : List.of("icacls <" + file + "> /inheritance:r /grant:r \"%USERNAME%:F\""));
        assertThat(PrivateFiles.exposure(file, PrivateFiles.Access.READ, String::toString))
                .matches(command -> command.isPresent() == (permission == AclEntryPermission.READ_DATA));
    }

    @Test
    void whoHasAccessToTheHomeDirectoryIsNoOther() throws IOException {
        allow(file, user("SYSTEM"), AclEntryPermission.values());
        add(file, AclEntryType.DENY, user("Users"), AclEntryPermission.values());

        assertThat(FileProtectionTest.exposures(file)).isEmpty();
    }

    @Test
    void anEntryThatDeniesIsNoAccess() throws IOException {
        add(file, AclEntryType.DENY, user("Users"), AclEntryPermission.values());

        assertThatCode(() -> PrivateFiles.checkFile(file)).doesNotThrowAnyException();
    }

    @Test
    void anotherUserMayReadADirectoryThatThisProcessCannotWrite() throws IOException {
        allow(directory, user("Users"), AclEntryPermission.READ_DATA);
        PrivateFiles.checkUnwritableDirectory(directory);
        assertThatThrownBy(() -> PrivateFiles.checkDirectory(directory)).hasMessageContaining("Users has access");

        allow(directory, user("Guests"), AclEntryPermission.DELETE_CHILD);
        assertThatThrownBy(() -> PrivateFiles.checkUnwritableDirectory(directory))
                .hasMessageContaining("Guests has access");
    }

    @Test
    void anotherUserMayNotOwnIt() throws IOException {
        FileProtectionTest.own(directory, user("mallory"));

        assertThatThrownBy(() -> PrivateFiles.checkDirectory(directory))
                .hasMessageStartingWith(directory + ": it belongs to another user, mallory;");
    }

    @Test
    void theOwnerOfTheVolumeMayOwnIt() throws IOException {
        FileProtectionTest.own(directory, user("TrustedInstaller"));

        PrivateFiles.checkDirectory(directory);
        assertThat(FileProtection.of(file).attributes(Kind.FILE)).hasSize(1);
    }

    @AfterEach
    void close() throws IOException {
        system.close();
    }

    private UserPrincipal user(String name) throws IOException {
        return system.getUserPrincipalLookupService().lookupPrincipalByName(name);
    }
}
