package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeIT {

    private static final Path OWN_STATUS = Path.of("/proc/self/status");
    private static final int SIGINT = 2;

    @TempDir
    private Path folder;

    @TempDir
    private Path another;

    @Test
    void printsItsUrlFirstAnswersAndEndsCleanlyWhenTerminated() throws Exception {
        var fake = new PackagedCommand(folder);
        Process serving = fake.start("fake");
        String url = urlOf(serving);

        Ran asked = new PackagedCommand(another)
                .with("DEVICEBATCH_TOKEN", Canary.TOKEN)
                .run("status", Batches.REFERENCE.toString(), "--base-url", url);
        Ran taken = new PackagedCommand(another).run("fake", "--port", url.replaceFirst(".*:", ""));
        Ran ended = signalled("TERM", serving, fake);

        assertThat(asked.firstLine()).isEqualTo("all failed      " + Batches.REFERENCE);
        assertThat(taken.exitCode()).isEqualTo(2);
        assertThat(taken.err()).startsWith("error: cannot listen on 127.0.0.1:");
        assertThat(ended.exitCode()).isEqualTo(143);
        assertThat(ended.out()).isEqualTo("listening on " + url + "\n");
        assertThat(ended.err()).endsWith("devicebatch status " + Batches.REFERENCE + " --base-url " + url + "\n");
    }

    @Test
    void endsCleanlyOnControlC() throws Exception {
        assumeTrue(heedsInterrupts(), "started in the background: children ignore SIGINT, as POSIX has it");
        var fake = new PackagedCommand(folder);
        Process serving = fake.start("fake");
        urlOf(serving);

        assertThat(signalled("INT", serving, fake).exitCode()).isEqualTo(130);
    }

    private Ran signalled(String signal, Process serving, PackagedCommand fake)
            throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(serving.pid()))
                .start()
                .waitFor();
        assertThat(serving.waitFor(2, TimeUnit.SECONDS)).isTrue();
        return fake.ended(serving);
    }

    /** Waits for the first line of a process that goes on running. */
    private String urlOf(Process serving) throws IOException {
        Path out = folder.resolve("out");
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Files.readString(out).endsWith("\n") && serving.isAlive() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(Files.readString(out)).startsWith("listening on http://127.0.0.1:");
        return Files.readString(out).strip().substring("listening on ".length());
    }

    private static boolean heedsInterrupts() throws IOException {
        return Files.exists(OWN_STATUS)
                && Files.readAllLines(OWN_STATUS).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> new BigInteger(
                                line.substring("SigIgn:".length()).strip(), 16))
                        .noneMatch(ignored -> ignored.testBit(SIGINT - 1));
    }
}
