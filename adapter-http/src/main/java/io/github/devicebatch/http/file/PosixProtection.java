package io.github.devicebatch.http.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Protection by POSIX permissions and owners. */
record PosixProtection(TrustedUsers users) implements FileProtection {

    private static final Set<PosixFilePermission> FILE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> DIRECTORY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final Set<PosixFilePermission> READ_BY_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    private static final Set<PosixFilePermission> CHANGED_BY_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private static Set<PosixFilePermission> max(Kind kind) {
        return kind == Kind.FILE ? FILE : DIRECTORY;
    }

    @Override
    public FileAttribute<?>[] attributes(Kind kind) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(max(kind))};
    }

    @Override
    public void checkPrivate(Path path, Kind kind) throws IOException {
        checkOwner(path);
        if (!max(kind).containsAll(permissions(path))) {
            throw FileErrors.of(
                    path,
                    kind == Kind.FILE
                            ? "its permissions must be 0600 (owner only); run: chmod 600 " + PrivateFiles.quoted(path)
                            : "its permissions must be 0700 (owner only); use a directory of its own, or run: chmod 700 "
                                    + PrivateFiles.quoted(path));
        }
    }

    @Override
    public void checkUnchangeable(Path directory) throws IOException {
        checkOwner(directory);
        if (permissions(directory).stream().anyMatch(CHANGED_BY_OTHERS::contains)) {
            throw FileErrors.of(directory, "other users can replace files in it; use another directory");
        }
    }

    @Override
    public Optional<String> exposure(Path file, PrivateFiles.Access access, UnaryOperator<String> quoting)
            throws IOException {
        boolean reading = access == PrivateFiles.Access.READ;
        Set<PosixFilePermission> exposing = reading ? READ_BY_OTHERS : CHANGED_BY_OTHERS;
        return Files.getPosixFilePermissions(file).stream().anyMatch(exposing::contains)
                ? Optional.of((reading ? "chmod 600 " : "chmod go-w ") + quoting.apply(file.toString()))
                : Optional.empty();
    }

    private void checkOwner(Path path) throws IOException {
        UserPrincipal owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
        if (!users.trust(owner)) {
            throw FileErrors.of(
                    path,
                    "it belongs to another user, " + owner.getName()
                            + "; run the command as that user, or use a file and a" + " directory of your own");
        }
    }

    private static Set<PosixFilePermission> permissions(Path path) throws IOException {
        return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
    }
}
