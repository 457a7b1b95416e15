package io.github.devicebatch.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Standard output or standard error of the process. */
public enum StandardStream {
    OUT(1),
    ERR(2);

    private static final int FILE_TYPE = 0170000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private final Path descriptor;

    StandardStream(int number) {
        this.descriptor = Path.of("/dev/fd", Integer.toString(number));
    }

    /**
     * Returns whether this stream is a terminal: a character device other than {@code /dev/null}. {@link System#console()}
     * would not do, because it is null as soon as standard input is redirected. Where descriptors are not files, as on Windows,
     * it decides nevertheless.
     */
    boolean isTerminal() {
        OptionalInt type = fileType();
        return type.isEmpty() ? ConsoleProbe.SYSTEM.isTerminal() : type.getAsInt() == CHARACTER_DEVICE && !isNull();
    }

    /** Returns whether this stream leads to another process; false where that is unknown. */
    boolean isPipe() {
        OptionalInt type = fileType();
        return type.isPresent() && (type.getAsInt() == PIPE || type.getAsInt() == SOCKET);
    }

    private boolean isNull() {
        try {
            return Files.isSameFile(descriptor, Path.of("/dev/null"));
        } catch (IOException closed) {
            return false;
        }
    }

    /** Returns the type of the file behind the descriptor; empty if the system has no such files. */
    private OptionalInt fileType() {
        try {
            return OptionalInt.of((int) Files.getAttribute(descriptor, "unix:mode") & FILE_TYPE);
        } catch (UnsupportedOperationException | IllegalArgumentException otherSystem) {
            return OptionalInt.empty();
        } catch (IOException closed) {
            return OptionalInt.of(0);
        }
    }
}
