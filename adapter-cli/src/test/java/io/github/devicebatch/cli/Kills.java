package io.github.devicebatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * A program: {@code wait}, killed at many moments of chance. It ends with 1 if anything was left behind that should not be.
 * {@code docs/reliability.md} says how to run it.
 */
final class Kills {

    private static final int AT_ONCE = 4;

    private Kills() {}

    /** Takes the number of kills, 100 by default, and the first seed. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        List<Kill.Killed> killed = run(Files.createTempDirectory("kills"), kills, seed);
        long asked = killed.stream().filter(Kill.Killed::asked).count();
        List<Long> millis =
                killed.stream().map(one -> one.took().toMillis()).sorted().toList();
        long objections =
                killed.stream().filter(one -> !one.objections().isEmpty()).count();
        System.out.printf(
                "%d kills, %d of them after the first question; %d left behind what they should not%n",
                kills, asked, objections);
        System.out.printf(
                "gone after %d ms, nine of ten after %d, half after %d%n",
                millis.getLast(), millis.get(kills * 9 / 10), millis.get(kills / 2));
        killed.forEach(one -> one.objections().forEach(objection -> System.out.println(one.seed() + ": " + objection)));
        System.exit(objections == 0 ? 0 : 1);
    }

    /** Kills as many, a few at a time; each seed is another kill. */
    static List<Kill.Killed> run(Path folder, int kills, long seed) throws InterruptedException, ExecutionException {
        try (ExecutorService several = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Kill.Killed>> all = several.invokeAll(LongStream.range(seed, seed + kills)
                    .mapToObj(one -> (Callable<Kill.Killed>) () -> Kill.once(folder, one))
                    .toList());
            List<Kill.Killed> killed = new ArrayList<>();
            for (Future<Kill.Killed> one : all) {
                killed.add(one.get());
            }
            return killed;
        }
    }
}
