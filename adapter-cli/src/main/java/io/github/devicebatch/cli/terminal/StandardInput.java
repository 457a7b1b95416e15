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
 * own; then reading fails instead of returning the bytes of that file. Not thread-safe.
 */
final class StandardInput extends FilterInputStream {

    private static final Path DESCRIPTOR = Path.of("/dev/fd/0");

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
        check();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        check();
        return super.read(bytes, offset, length);
    }

    private void check() throws IOException {
        if (!checked && realPath(DESCRIPTOR).stream().anyMatch(isFileOfTheRuntime)) {
            throw new IOException("it is closed");
        }
        checked = true;
    }
}
