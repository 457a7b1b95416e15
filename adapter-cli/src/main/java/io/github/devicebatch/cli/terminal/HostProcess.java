package io.github.devicebatch.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Services of the process in which the command runs.
 *
 * @param shutdown registers shutdown hooks
 * @param ticker runs an action periodically
 * @param inputFile returns the file that standard input is redirected from; empty if there is none
 */
public record HostProcess(ShutdownHooks shutdown, Ticker ticker, Supplier<Optional<Path>> inputFile) {

    private static final Path STANDARD_INPUT = Path.of("/dev/fd/0");

    static HostProcess ofThisProcess() {
        return new HostProcess(ShutdownHooks.ofThisProcess(), Ticker.ofThisProcess(), HostProcess::redirectedFrom);
    }

    /** Returns no path for a pipe, which has no name, and for a here-document, whose file is deleted already. */
    private static Optional<Path> redirectedFrom() {
        try {
            return Optional.of(STANDARD_INPUT.toRealPath()).filter(Files::isRegularFile);
        } catch (IOException unnamed) {
            return Optional.empty();
        }
    }
}
