package io.github.devicebatch.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the process around a run offers.
 *
 * @param shutdown tells when the process has to end
 * @param ticker lets something happen while time passes
 * @param inputFile gives the file that standard input is redirected from, if it is
 */
public record HostProcess(ShutdownHooks shutdown, Ticker ticker, Supplier<Optional<Path>> inputFile) {

    private static final Path INPUT = Path.of("/dev/fd/0");

    static HostProcess ofThisProcess() {
        return new HostProcess(ShutdownHooks.ofThisProcess(), Ticker.ofThisProcess(), HostProcess::redirectedFrom);
    }

    /** A pipe has no name, and neither has the file of a here-document, which is deleted already. */
    private static Optional<Path> redirectedFrom() {
        try {
            return Optional.of(INPUT.toRealPath()).filter(Files::isRegularFile);
        } catch (IOException nameless) {
            return Optional.empty();
        }
    }
}
