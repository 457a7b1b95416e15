package io.github.devicebatch.cli.terminal;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Standard input of the process. If it is closed, as after {@code <&-}, the Java virtual machine gets its number for a file of its
 * own; then reading fails instead of returning the bytes of that file. The launcher replaces closed standard input by
 * {@code /dev/null}, opened for writing only. Not thread-safe.
 */
final class StandardInput extends FilterInputStream {

    private static final Path DESCRIPTOR = Path.of("/dev/fd/0");
    private static final Path NULL_DEVICE = Path.of("/dev/null");
    private static final String CLOSED = "it is closed";

    private final Predicate<Path> isFileOfTheRuntime;
    private boolean checked;

    private StandardInput(InputStream in, Predicate<Path> isFileOfTheRuntime) {
        super(in);
        this.isFileOfTheRuntime = isFileOfTheRuntime;
    }

    static InputStream ofThisProcess() {
        return new StandardInput(
                new FileInputStream(FileDescriptor.in), file -> isFileOfTheRuntime(file, System.getProperties()));
    }

    /** Checks whether a file belongs to the Java installation or to the class or module path. */
    static boolean isFileOfTheRuntime(Path file, Properties properties) {
        return Stream.of("java.home", "java.class.path", "jdk.module.path")
                .map(name -> properties.getProperty(name, ""))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(path -> !path.isEmpty())
                .flatMap(path -> realPath(Path.of(path)).stream())
                .anyMatch(file::startsWith);
    }

    private static List<Path> realPath(Path path) {
        try {
            return List.of(path.toRealPath());
        } catch (IOException missing) {
            return List.of();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        check();
        try {
            return super.read(bytes, offset, length);
        } catch (IOException failure) {
            throw isNullDevice() ? new IOException(CLOSED, failure) : failure;
        }
    }

    private void check() throws IOException {
        if (!checked && realPath(DESCRIPTOR).stream().anyMatch(isFileOfTheRuntime)) {
            throw new IOException(CLOSED);
        }
        checked = true;
    }

    /** Returns whether standard input is the null device; reading it fails only if it was opened for writing only. */
    private static boolean isNullDevice() {
        return realPath(DESCRIPTOR).contains(NULL_DEVICE);
    }
}
