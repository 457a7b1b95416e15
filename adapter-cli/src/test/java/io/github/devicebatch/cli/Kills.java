package io.github.devicebatch.cli;

import io.github.devicebatch.cli.support.KilledWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Program that sends signals to {@code wait} at many random times. It exits with 1 if a process leaves incomplete output.
 * {@code docs/reliability.md} describes how to run it.
 */
public final class Kills {

    private static final int CONCURRENCY = 4;
    private static final Duration MAX_SHUTDOWN = Duration.ofSeconds(2);

    private Kills() {}

    /** Runs with the number of kills, 100 by default, and the first seed. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        List<KilledWait.Killed> killed = run(Files.createTempDirectory("kills"), kills, seed);
        List<Long> millis =
                killed.stream().map(one -> one.took().toMillis()).sorted().toList();
        System.out.printf(
                "%d kills, %d of them after the first request; shutdown time: max %d ms, 90 %% within %d ms, median %d ms%n",
                kills,
                killed.stream().filter(KilledWait.Killed::requestSent).count(),
                millis.getLast(),
                millis.get(kills * 9 / 10),
                millis.get(kills / 2));
        List<String> objections = killed.stream().flatMap(Kills::objections).toList();
        objections.forEach(System.out::println);
        System.exit(objections.isEmpty() ? 0 : 1);
    }

    private static Stream<String> objections(KilledWait.Killed killed) {
        Stream<String> late = killed.took().compareTo(MAX_SHUTDOWN) <= 0
                ? Stream.empty()
                : Stream.of("shutdown took " + killed.took());
        return Stream.of(killed.wrong().stream(), killed.missing().stream(), late)
                .flatMap(objections -> objections)
                .map(objection -> killed.seed() + ": " + objection);
    }

    /** Runs {@code kills} kills, a few at a time; each has its own seed. */
    public static List<KilledWait.Killed> run(Path folder, int kills, long seed)
            throws InterruptedException, ExecutionException {
        try (ExecutorService several = Executors.newFixedThreadPool(CONCURRENCY)) {
            List<Future<KilledWait.Killed>> all = several.invokeAll(LongStream.range(seed, seed + kills)
                    .mapToObj(one -> (Callable<KilledWait.Killed>) () -> KilledWait.once(folder, one))
                    .toList());
            List<KilledWait.Killed> killed = new ArrayList<>();
            for (Future<KilledWait.Killed> one : all) {
                killed.add(one.get());
            }
            return killed;
        }
    }
}
