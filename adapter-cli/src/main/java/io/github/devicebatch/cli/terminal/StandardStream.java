package io.github.devicebatch.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Standard output or standard error of the process. */
public enum StandardStream {
    OUT(1),
    ERR(2);

    private static final int FILE_TYPE = 0170000;
    private static final int CHARACTER_DEVICE = 0020000;

    private final Path descriptor;

    StandardStream(int number) {
        this.descriptor = Path.of("/dev/fd", Integer.toString(number));
    }

    /**
     * Returns whether this stream is a terminal: a character device other than {@code /dev/null}. {@link System#console()}
     * would not do, because it is null as soon as standard input is redirected.
     */
    boolean isTerminal() {
        try {
            int mode = (int) Files.getAttribute(descriptor, "unix:mode");
            return (mode & FILE_TYPE) == CHARACTER_DEVICE && !Files.isSameFile(descriptor, Path.of("/dev/null"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }
}
