package io.github.devicebatch.http.file;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The users who may own or use a private file: the user of this process, and those who have access to everything. These are the
 * owner of the root directory and, where access control lists exist, the users in the list of the home directory.
 *
 * @param current the user of this process; if that is unknown, every user is trusted
 * @param administrators the users with access to everything
 */
record TrustedUsers(Optional<UserPrincipal> current, Set<UserPrincipal> administrators) {

    /** The process directory of Linux, whose owner is the effective user, even one without a name. */
    private static final Path PROCESS = Path.of("/proc/self");

    static TrustedUsers on(FileSystem system) {
        Set<UserPrincipal> administrators = new HashSet<>();
        system.getRootDirectories().forEach(root -> owner(root).ifPresent(administrators::add));
        administrators.addAll(usersOfHome(system));
        return new TrustedUsers(current(system), administrators);
    }

    boolean trust(UserPrincipal user) {
        return current.isEmpty() || user.equals(current.get()) || administrators.contains(user);
    }

    private static Optional<UserPrincipal> current(FileSystem system) {
        Optional<UserPrincipal> owner = system.equals(FileSystems.getDefault()) ? owner(PROCESS) : Optional.empty();
        return owner.or(() -> named(system, System.getProperty("user.name", "")));
    }

    private static Optional<UserPrincipal> named(FileSystem system, String name) {
        try {
            return Optional.of(system.getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<UserPrincipal> owner(Path path) {
        try {
            return Optional.of(Files.getOwner(path));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    private static Set<UserPrincipal> usersOfHome(FileSystem system) {
        Set<UserPrincipal> users = new HashSet<>();
        try {
            AclFileAttributeView view = Files.getFileAttributeView(
                    system.getPath(System.getProperty("user.home", "")), AclFileAttributeView.class);
            if (view != null) {
                view.getAcl().stream()
                        .filter(entry -> entry.type() == AclEntryType.ALLOW)
                        .map(AclEntry::principal)
                        .forEach(users::add);
            }
        } catch (IOException | InvalidPathException unknown) {
            // ignored: a directory without a list adds no user
        }
        return users;
    }
}
