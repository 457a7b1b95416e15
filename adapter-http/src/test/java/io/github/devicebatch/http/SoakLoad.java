package io.github.devicebatch.http;

import io.github.devicebatch.http.support.LoadBatches;
import io.github.devicebatch.http.support.ResourceUsage;
import io.github.devicebatch.http.support.SoakRun;
import io.github.devicebatch.http.support.SoakService;
import io.github.devicebatch.http.support.TargetReport;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * A program that asks for minutes, 64 queries at once, while a fifth of the requests fail in every way, the service throttles,
 * tokens come late and expire, threads are interrupted, and the Partner Center is closed under its users. It exits with 1 if
 * a target is missed. How to run it: {@code docs/reliability.md}.
 */
final class SoakLoad {

    private static final int BATCHES = 1_000;
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final long MAX_HEAP_GROWTH = 8 << 20;

    private SoakLoad() {}

    /** Runs the program. Arguments: the seconds, by default 300, and the seed of the faults. */
    public static void main(String[] arguments) throws InterruptedException {
        Duration duration = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 300);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 3;
        run(seed, 1_000, 1_000, GRACE, number -> number < 3_000);
        ResourceUsage before = ResourceUsage.now();
        long start = System.nanoTime();
        SoakRun.Result result =
                run(seed, 4_000, 10_000, GRACE, number -> System.nanoTime() - start < duration.toNanos());
        System.out.println(result);
        ResourceUsage.settledTo(before);
        ResourceUsage after = ResourceUsage.settledTo(before);
        System.out.println("before: " + before + "\nafter:  " + after);
        TargetReport.exit(Map.of(
                "each query ends once",
                result.isComplete(),
                "no answer is wrong",
                result.wrong() == 0,
                "no request is sent while the service demands to wait",
                result.undercuts() == 0,
                "threads and descriptors are back to the start",
                after.isBackTo(before),
                "the heap is at most 8 MiB larger than at the start",
                after.heap() <= before.heap() + MAX_HEAP_GROWTH));
    }

    /**
     * Runs queries.
     *
     * @param stormEvery after how many requests the service throttles for 2 seconds
     * @param closeEvery after how many queries the Partner Center is closed and replaced
     * @param grace how long after the first 429 a request may still be on its way
     * @param goesOn whether another query is to be sent, by its number
     */
    static SoakRun.Result run(long seed, long stormEvery, long closeEvery, Duration grace, LongPredicate goesOn)
            throws InterruptedException {
        LoadBatches batches = new LoadBatches(BATCHES);
        try (SoakService service = new SoakService(batches, seed, stormEvery, grace)) {
            return new SoakRun(service, batches, closeEvery).ask(goesOn);
        }
    }
}
