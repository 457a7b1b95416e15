package io.github.devicebatch.cli.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.cli.options.OutputOptions;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Run of {@code wait} that a signal ends at a random time, with checks of the output it leaves. */
public final class KilledWait {

    private static final int BATCHES = 30;
    private static final int EARLY_FINISHED = 12;
    private static final long SEED_SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /** A JVM that receives a signal while it starts prints this and exits with 1; there is nothing to check then. */
    private static final String JVM_START_FAILED = "Error occurred during initialization of VM";

    private static final String RESUME_HEADING = "to resume:\n";

    private final FakePartnerCenter partnerCenter;
    private final PackagedCommand command;
    private final Path folder;
    private final Random random;
    private final OutputOptions.Format format;
    private final Signal signal;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /**
     * Result of one kill.
     *
     * @param seed the random seed
     * @param requestSent whether a request had been sent before the signal
     * @param took the time from the signal to the end of the process
     * @param wrong violations that no slow machine excuses
     * @param missing output that is missing, which a slow machine may excuse
     */
    public record Killed(long seed, boolean requestSent, Duration took, List<String> wrong, List<String> missing) {}

    private KilledWait(FakePartnerCenter partnerCenter, Path folder, long seed) {
        this.partnerCenter = partnerCenter;
        this.folder = folder;
        this.random = new Random(seed * SEED_SPREAD);
        this.format = OutputOptions.Format.values()[random.nextInt(OutputOptions.Format.values().length)];
        this.signal = random.nextBoolean() ? Signal.INT : Signal.TERM;
        this.command = new PackagedCommand(folder).asking(partnerCenter).forAtMost(Duration.ofMinutes(5));
    }

    /** Runs one kill: starts, sends the signal, and runs the resume command. */
    public static Killed once(Path folder, long seed) throws IOException, InterruptedException {
        try (FakePartnerCenter partnerCenter = FakePartnerCenter.start()) {
            KilledWait kill =
                    new KilledWait(partnerCenter, Files.createDirectories(folder.resolve("kill " + seed)), seed);
            for (int number = 0; number < BATCHES; number++) {
                BatchReference batch = Batches.numbered(number);
                partnerCenter
                        .script(batch)
                        .then(Batches.queued(batch.tracking()))
                        .then(
                                number < EARLY_FINISHED
                                        ? Batches.finishedWithOneFailure(batch.tracking())
                                        : Batches.processing(batch.tracking()));
            }
            return kill.once(seed);
        }
    }

    private Killed once(long seed) throws IOException, InterruptedException {
        Path script = command.script();
        Process process =
                command.input(references().collect(Collectors.joining("\n"))).start(waitCommand(script));
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> read(process));
        awaitRandomMoment(process);
        signal.sendAlone(process);
        Instant sent = Instant.now();
        process.waitFor();
        Duration took = Duration.between(sent, Instant.now());
        boolean requestSent = partnerCenter.requestCount() > 0;
        String err = Files.readString(folder.resolve("err"));
        if (!err.startsWith(JVM_START_FAILED)) {
            check(wrong, process.exitValue() == signal.exitCode(), "exit code " + process.exitValue());
            KilledWaitOutput leftover = new KilledWaitOutput(format, BATCHES, out.join());
            check(
                    wrong,
                    leftover.hasCompleteLines(),
                    "standard output ends with an incomplete line: " + leftover.tail());
            check(missing, leftover.isComplete(requestSent), "standard output is incomplete: " + leftover.tail());
            checkResumeCommand(err, requestSent);
        }
        return new Killed(seed, requestSent, took, wrong, missing);
    }

    /** {@code sh} reads the script: executing a file fails while another thread starts a process with it open for writing. */
    private List<String> waitCommand(Path script) {
        Stream<String> options = Stream.of(
                "--interval=300ms", "--max-interval=1s", "--rate=none", "-o", format.toString(), "--timeout", "5m");
        Stream<String> batches = random.nextBoolean() ? Stream.of("-") : references();
        return Stream.of(Stream.of("sh", script.toString(), "wait"), batches, options)
                .flatMap(arguments -> arguments)
                .toList();
    }

    private static Stream<String> references() {
        return IntStream.range(0, BATCHES).mapToObj(Batches::numbered).map(BatchReference::toString);
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException broken) {
            return "broken: " + broken;
        }
    }

    /** Waits for a random time, in most runs after the first request. */
    private void awaitRandomMoment(Process process) throws InterruptedException {
        if (random.nextInt(4) > 0) {
            partnerCenter.awaitRequests(1, Duration.ofSeconds(30));
        }
        process.waitFor(random.nextLong(2_000), TimeUnit.MILLISECONDS);
    }

    private void checkResumeCommand(String err, boolean requestSent) throws IOException, InterruptedException {
        int place = err.indexOf(RESUME_HEADING);
        check(missing, place >= 0 || !requestSent, "prints no resume command: " + err);
        if (place >= 0) {
            IntStream.range(0, BATCHES)
                    .mapToObj(Batches::numbered)
                    .forEach(batch -> partnerCenter.script(batch).then(Batches.finished(batch.tracking())));
            Process resumed = command.start(List.of("sh", "-c", err.substring(place + RESUME_HEADING.length())));
            String out = read(resumed);
            boolean succeeded = resumed.waitFor() == 0 && !out.isEmpty();
            check(missing, succeeded, "the resume command failed with " + resumed.exitValue() + ": " + err);
        }
    }

    private void check(List<String> objections, boolean holds, String objection) {
        if (!holds) {
            objections.add(signal + ", " + format + ": " + objection);
        }
    }
}
