package io.github.devicebatch.http.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.devicebatch.application.Pause;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replacement of a file on file systems in memory that refuse the first moves. */
class FileReplacementTest {

    private static final FileSystemException OPEN_ELSEWHERE =
            new FileSystemException("new", "token", "The process cannot access the file because it is being used");

    private final FileSystem windows = Jimfs.newFileSystem(Configuration.windows());
    private final FileSystem posix = Jimfs.newFileSystem(Configuration.unix().toBuilder()
            .setAttributeViews("basic", "owner", "posix")
            .build());
    private final List<Duration> pauses = new ArrayList<>();
    private int moves;

    @AfterEach
    void close() throws IOException {
        windows.close();
        posix.close();
    }

    /** Returns a replacement whose first moves fail. */
    private FileReplacement refusing(int first, IOException failure, Pause pause) {
        return new FileReplacement(
                (file, target) -> {
                    if (moves++ < first) {
                        throw failure;
                    }
                    Files.delete(target);
                    Files.move(file, target);
                },
                pause);
    }

    private static Path file(FileSystem system, String name) throws IOException {
        return Files.writeString(system.getPath(name).toAbsolutePath(), name);
    }

    @Test
    void aFileIsReplacedAtOnce() throws IOException {
        Path target = file(windows, "token");

        new FileReplacement(pauses::add).replace(file(windows, "new"), target);

        assertThat(target).hasContent("new");
        assertThat(windows.getPath("new")).doesNotExist();
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aFileThatIsOpenElsewhereIsReplacedAsSoonAsItIsClosed(int refusals) throws IOException {
        Path target = file(windows, "token");

        refusing(refusals, OPEN_ELSEWHERE, pauses::add).replace(file(windows, "new"), target);

        assertThat(target).hasContent("new");
        assertThat(pauses).hasSize(refusals);
    }

    @Test
    void aDeniedMoveIsTriedForABoundedTime() throws IOException {
        Path file = file(windows, "new");
        Path target = file(windows, "token");
        var denied = new AccessDeniedException("new");

        assertThatThrownBy(() -> refusing(100, denied, pauses::add).replace(file, target))
                .isSameAs(denied);
        assertThat(moves).isEqualTo(9);
        assertThat(pauses).startsWith(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(40));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofMillis(2550));
        assertThat(file).exists();
        assertThat(target).hasContent("token");
    }

    static Stream<IOException> lastingReasons() {
        return Stream.of(
                new NoSuchFileException("new"),
                new FileAlreadyExistsException("token"),
                new DirectoryNotEmptyException("token"),
                new AtomicMoveNotSupportedException("new", "token", "another volume"),
                new IOException("unknown"));
    }

    @ParameterizedTest
    @MethodSource("lastingReasons")
    void aLastingReasonIsNotTriedAgain(IOException reason) throws IOException {
        Path file = file(windows, "new");
        Path target = file(windows, "token");

        assertThatThrownBy(() -> refusing(1, reason, pauses::add).replace(file, target))
                .isSameAs(reason);
        assertThat(pauses).isEmpty();
    }

    @Test
    void withPosixPermissionsARefusalIsNotTriedAgain() throws IOException {
        Path file = file(posix, "new");
        Path target = file(posix, "token");

        assertThatThrownBy(() -> refusing(1, OPEN_ELSEWHERE, pauses::add).replace(file, target))
                .isSameAs(OPEN_ELSEWHERE);
        assertThat(pauses).isEmpty();
    }

    @Test
    void anInterruptionDoesNotEndItAndIsKept() throws IOException {
        Path target = file(windows, "token");

        refusing(2, OPEN_ELSEWHERE, duration -> {
                    throw new InterruptedException();
                })
                .replace(file(windows, "new"), target);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(target).hasContent("new");
    }
}
