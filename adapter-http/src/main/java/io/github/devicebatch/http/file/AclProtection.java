package io.github.devicebatch.http.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Protection by access control lists, as on Windows. Who has access to the home directory of this user, such as the system and
 * the administrators, is not another user. They are not found by name, because Windows translates the names.
 */
record AclProtection(TrustedUsers users) implements FileProtection {

    private static final Set<AclEntryPermission> READING = EnumSet.of(AclEntryPermission.READ_DATA);
    private static final Set<AclEntryPermission> CHANGING = EnumSet.of(
            AclEntryPermission.WRITE_DATA,
            AclEntryPermission.APPEND_DATA,
            AclEntryPermission.DELETE,
            AclEntryPermission.DELETE_CHILD,
            AclEntryPermission.WRITE_ACL,
            AclEntryPermission.WRITE_OWNER);

    /** One entry that allows everything, for this user alone. */
    @Override
    public FileAttribute<?>[] attributes(Kind kind) {
        return users.current()
                .map(user -> new FileAttribute<?>[] {new AclAttribute(List.of(entry(user, kind)))})
                .orElseGet(() -> new FileAttribute<?>[0]);
    }

    private static AclEntry entry(UserPrincipal user, Kind kind) {
        AclEntry.Builder entry = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(user)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class));
        return kind == Kind.FILE
                ? entry.build()
                : entry.setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                        .build();
    }

    @Override
    public void checkPrivate(Path path, Kind kind) throws IOException {
        Set<AclEntryPermission> access = EnumSet.copyOf(READING);
        access.addAll(CHANGING);
        check(path, access);
    }

    @Override
    public void checkUnchangeable(Path directory) throws IOException {
        check(directory, CHANGING);
    }

    private void check(Path path, Set<AclEntryPermission> access) throws IOException {
        AclFileAttributeView view =
                Files.getFileAttributeView(path, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (!users.trust(view.getOwner())) {
            throw FileErrors.of(
                    path,
                    "it belongs to another user, " + view.getOwner().getName()
                            + "; run the command as that user, or use a file and a directory of your own");
        }
        Optional<AclEntry> other = entryOfOthers(view, access);
        if (other.isPresent()) {
            throw FileErrors.of(
                    path,
                    other.get().principal().getName() + " has access to it; run: "
                            + correction('"' + path.toString() + '"'));
        }
    }

    private Optional<AclEntry> entryOfOthers(AclFileAttributeView view, Set<AclEntryPermission> access)
            throws IOException {
        return view.getAcl().stream()
                .filter(entry -> entry.type() == AclEntryType.ALLOW)
                .filter(entry -> entry.permissions().stream().anyMatch(access::contains))
                .filter(entry -> !users.trust(entry.principal()))
                .findFirst();
    }

    private static String correction(String quotedPath) {
        return "icacls " + quotedPath + " /inheritance:r /grant:r \"%USERNAME%:F\"";
    }

    @Override
    public Optional<String> exposure(Path file, PrivateFiles.Access access, UnaryOperator<String> quoting)
            throws IOException {
        Set<AclEntryPermission> exposing = access == PrivateFiles.Access.READ ? READING : CHANGING;
        return entryOfOthers(Files.getFileAttributeView(file, AclFileAttributeView.class), exposing)
                .map(entry -> correction(quoting.apply(file.toString())));
    }

    /** The attribute by which a file is created with a list. */
    private record AclAttribute(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {

        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
