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

/** One {@code wait} of the packaged command that a signal ends at a moment of chance, and what it left behind. */
public final class Kill {

    private static final int BATCHES = 30;
    private static final int OVER_SOON = 12;
    private static final long UNLIKE_ITS_NEIGHBOUR = 0x9E37_79B9_7F4A_7C15L;

    /** Java that is told to end before it has come up says so, and ends with 1: that is its own affair. */
    private static final String JAVA_NOT_UP = "Error occurred during initialization of VM";

    private static final String TO_GO_ON = "to resume:\n";

    private final FakePartnerCenter partnerCenter;
    private final PackagedCommand command;
    private final Path folder;
    private final Random random;
    private final OutputOptions.Format format;
    private final Signal signal;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param seed which kill it was
     * @param asked whether anything had been asked when the signal came
     * @param took how long it lived on
     * @param wrong what must not be, however slow the machine is
     * @param missing what it should have said, if it had the time
     */
    public record Killed(long seed, boolean asked, Duration took, List<String> wrong, List<String> missing) {}

    private Kill(FakePartnerCenter partnerCenter, Path folder, long seed) {
        this.partnerCenter = partnerCenter;
        this.folder = folder;
        this.random = new Random(seed * UNLIKE_ITS_NEIGHBOUR);
        this.format = OutputOptions.Format.values()[random.nextInt(OutputOptions.Format.values().length)];
        this.signal = random.nextBoolean() ? Signal.INT : Signal.TERM;
        this.command = new PackagedCommand(folder).asking(partnerCenter).forAtMost(Duration.ofMinutes(5));
    }

    /** Starts, kills and takes up again. */
    public static Killed once(Path folder, long seed) throws IOException, InterruptedException {
        try (FakePartnerCenter partnerCenter = FakePartnerCenter.start()) {
            Kill kill = new Kill(partnerCenter, Files.createDirectories(folder.resolve("kill " + seed)), seed);
            for (int number = 0; number < BATCHES; number++) {
                BatchReference batch = Batches.numbered(number);
                partnerCenter
                        .script(batch)
                        .then(Batches.queued(batch.tracking()))
                        .then(
                                number < OVER_SOON
                                        ? Batches.finishedWithOneFailure(batch.tracking())
                                        : Batches.processing(batch.tracking()));
            }
            return kill.once(seed);
        }
    }

    private Killed once(long seed) throws IOException, InterruptedException {
        Path script = command.script();
        Process process =
                command.input(references().collect(Collectors.joining("\n"))).start(waiting(script));
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> read(process));
        awaitTheMoment(process);
        signal.sendAlone(process);
        Instant sent = Instant.now();
        process.waitFor();
        Duration took = Duration.between(sent, Instant.now());
        boolean asked = partnerCenter.requestCount() > 0;
        String err = Files.readString(folder.resolve("err"));
        if (!err.startsWith(JAVA_NOT_UP)) {
            demand(wrong, process.exitValue() == signal.exitCode(), "ended with " + process.exitValue());
            Leftover leftover = new Leftover(format, BATCHES, out.join());
            demand(wrong, leftover.hasWholeLines(), "standard output ends in half a line: " + leftover.tail());
            demand(missing, leftover.isWhole(asked), "standard output is not whole: " + leftover.tail());
            goOn(err, asked);
        }
        return new Killed(seed, asked, took, wrong, missing);
    }

    private List<String> waiting(Path script) {
        Stream<String> options = Stream.of(
                "--interval=300ms", "--max-interval=1s", "--rate=none", "-o", format.toString(), "--timeout", "5m");
        Stream<String> batches = random.nextBoolean() ? Stream.of("-") : references();
        return Stream.of(Stream.of(script.toString(), "wait"), batches, options)
                .flatMap(words -> words)
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

    /** At any moment of its life for some, and for most at any moment after its first question. */
    private void awaitTheMoment(Process process) throws InterruptedException {
        if (random.nextInt(4) > 0) {
            partnerCenter.awaitRequests(1, Duration.ofSeconds(30));
        }
        process.waitFor(random.nextLong(2_000), TimeUnit.MILLISECONDS);
    }

    private void goOn(String err, boolean asked) throws IOException, InterruptedException {
        int place = err.indexOf(TO_GO_ON);
        demand(missing, place >= 0 || !asked, "does not say how to go on: " + err);
        if (place >= 0) {
            IntStream.range(0, BATCHES)
                    .mapToObj(Batches::numbered)
                    .forEach(batch -> partnerCenter.script(batch).then(Batches.finished(batch.tracking())));
            Process again = command.start(List.of("sh", "-c", err.substring(place + TO_GO_ON.length())));
            String out = read(again);
            boolean wentOn = again.waitFor() == 0 && !out.isEmpty();
            demand(missing, wentOn, "did not go on but ended with " + again.exitValue() + ": " + err);
        }
    }

    private void demand(List<String> objections, boolean holds, String objection) {
        if (!holds) {
            objections.add(signal + ", " + format + ": " + objection);
        }
    }
}
