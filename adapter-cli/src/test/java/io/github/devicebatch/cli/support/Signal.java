package io.github.devicebatch.cli.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Signal that ends a process. */
public enum Signal {
    INT(2),
    TERM(15);

    private static final Path OWN_STATUS = Path.of("/proc/self/status");
    private static final String IGNORED = "SigIgn:";
    private static final int TIMEOUT_SECONDS = 2;

    private final int number;

    Signal(int number) {
        this.number = number;
    }

    int exitCode() {
        return 128 + number;
    }

    /** Sends the signal and checks that {@code process} ends within two seconds. */
    public void send(Process process) throws IOException, InterruptedException {
        sendAlone(process);
        assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** Sends the signal without waiting for the end. */
    void sendAlone(Process process) throws IOException, InterruptedException {
        assumeTrue(isHandled(), "background processes of a shell ignore " + this + ", see POSIX");
        new ProcessBuilder("kill", "-" + this, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private boolean isHandled() throws IOException {
        if (!Files.exists(OWN_STATUS)) {
            return true;
        }
        try (Stream<String> lines = Files.lines(OWN_STATUS)) {
            return lines.filter(line -> line.startsWith(IGNORED))
                    .map(line -> new BigInteger(line.substring(IGNORED.length()).strip(), 16))
                    .noneMatch(ignored -> ignored.testBit(number - 1));
        }
    }
}
