package io.github.devicebatch.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * File descriptor of a standard stream. If the stream was closed when the process started, as after {@code >&-}, the Java virtual
 * machine gets its number for a file of its own. The launchers prevent that: they open {@code /dev/null} in its place, in the
 * direction that the stream is not used in.
 *
 * @param path the file that stands for the descriptor
 */
record StandardDescriptor(Path path) {

    private static final Path NULL_DEVICE = Path.of("/dev/null");
    private static final int FILE_TYPE = 0170000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    /** Returns the descriptor with a number: 0 for standard input, 1 for standard output, 2 for standard error. */
    static StandardDescriptor of(int number) {
        return new StandardDescriptor(Path.of("/dev/fd", Integer.toString(number)));
    }

    /**
     * Returns whether it is a terminal: a character device other than {@code /dev/null}. {@link System#console()} would not do,
     * because it is null as soon as standard input is redirected. Where descriptors are not files, as on Windows, it decides
     * nevertheless.
     */
    boolean isTerminal() {
        OptionalInt type = type();
        return type.isEmpty()
                ? ConsoleProbe.SYSTEM.isTerminal()
                : type.getAsInt() == CHARACTER_DEVICE && !isNullDevice();
    }

    /**
     * Returns the exception for a failed write: a {@link ReaderGoneException}, a {@link ClosedStreamException}, or {@code failure}. The
     * file decides and not the text of the failure, because the system reports it in the language of the user.
     */
    IOException classifiedWrite(IOException failure) {
        return isPipe() ? new ReaderGoneException(failure) : classifiedRead(failure);
    }

    /** Returns the exception for a failed read: a {@link ClosedStreamException}, or {@code failure}. */
    IOException classifiedRead(IOException failure) {
        return isNullDevice() || isFileOfTheRuntime() ? new ClosedStreamException(failure) : failure;
    }

    /**
     * Returns whether it leads to another process; false where that is unknown. A pipe has no disk that can be full: the only failure of
     * a write is that it has no reader.
     */
    private boolean isPipe() {
        OptionalInt type = type();
        return type.isPresent() && (type.getAsInt() == PIPE || type.getAsInt() == SOCKET);
    }

    /** Returns whether it is the null device, which fails only in the direction that it was not opened for. */
    private boolean isNullDevice() {
        return realPath(path).filter(NULL_DEVICE::equals).isPresent();
    }

    /** Returns whether the stream was closed, and its number belongs to a file of the Java virtual machine now. */
    boolean isFileOfTheRuntime() {
        return realPath(path)
                .filter(file -> pathsOfTheRuntime().anyMatch(file::startsWith))
                .isPresent();
    }

    /** Returns the Java installation, and what is on the class path and the module path. */
    private static Stream<Path> pathsOfTheRuntime() {
        return Stream.of("java.home", "java.class.path", "jdk.module.path")
                .map(name -> System.getProperty(name, ""))
                .flatMap(list -> Arrays.stream(list.split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty())
                .flatMap(entry -> realPath(Path.of(entry)).stream());
    }

    private static Optional<Path> realPath(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /** Returns the type of the file behind the descriptor; empty if the system has no such files. */
    private OptionalInt type() {
        try {
            return OptionalInt.of((int) Files.getAttribute(path, "unix:mode") & FILE_TYPE);
        } catch (UnsupportedOperationException | IllegalArgumentException otherSystem) {
            return OptionalInt.empty();
        } catch (IOException closed) {
            return OptionalInt.of(0);
        }
    }
}
