package io.github.devicebatch.http.support;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/**
 * Comparison of two callees in one JVM, in rounds that alternate. CPU time is that of the process, and bytes are those of all
 * threads.
 *
 * @param calls calls in a round
 * @param concurrency virtual threads that call
 * @param rounds rounds that count; as many before them, at most three, warm up
 */
public record PathMeasurement(int calls, int concurrency, int rounds) {

    private static final int MAX_WARM_UP = 3;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What is called. */
    @FunctionalInterface
    public interface Callee {

        /** Runs one call. */
        void call() throws IOException, InterruptedException;
    }

    /** Per call: microseconds, microseconds of CPU time, bytes. */
    private record Cost(double micros, double cpuMicros, double bytes) {}

    /** A round of both. */
    private record Pair(Cost base, Cost other) {}

    /** Returns the medians of the rounds' ratios as text: calls per second, CPU time, and bytes of {@code other} to {@code base}. */
    public String compare(Callee base, Callee other) throws InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        for (int round = -Math.min(MAX_WARM_UP, rounds); round < rounds; round++) {
            Pair pair = round % 2 == 0 ? baseFirst(base, other) : otherFirst(base, other);
            if (round >= 0) {
                pairs.add(pair);
            }
        }
        return String.format(
                Locale.ROOT,
                "%.2f, %.2f, %.2f (%.0f bytes, bare %.0f)",
                1 / median(pairs, pair -> pair.other.micros / pair.base.micros),
                median(pairs, pair -> pair.other.cpuMicros / pair.base.cpuMicros),
                median(pairs, pair -> pair.other.bytes / pair.base.bytes),
                median(pairs, pair -> pair.other.bytes),
                median(pairs, pair -> pair.base.bytes));
    }

    private Pair baseFirst(Callee base, Callee other) throws InterruptedException {
        Cost ofBase = round(base);
        return new Pair(ofBase, round(other));
    }

    private Pair otherFirst(Callee base, Callee other) throws InterruptedException {
        Cost ofOther = round(other);
        return new Pair(round(base), ofOther);
    }

    private Cost round(Callee callee) throws InterruptedException {
        int each = calls / concurrency;
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> running = new ArrayList<>();
            for (int caller = 0; caller < concurrency; caller++) {
                running.add(callers.submit(() -> callOften(callee, each, start)));
            }
            long cpu = SYSTEM.getProcessCpuTime();
            long bytes = THREADS.getTotalThreadAllocatedBytes();
            long time = System.nanoTime();
            start.countDown();
            for (Future<Void> caller : running) {
                caller.get();
            }
            double called = (double) each * concurrency;
            return new Cost(
                    (System.nanoTime() - time) / 1_000.0 / called,
                    (SYSTEM.getProcessCpuTime() - cpu) / 1_000.0 / called,
                    (THREADS.getTotalThreadAllocatedBytes() - bytes) / called);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a call failed", failed.getCause());
        }
    }

    private static Void callOften(Callee callee, int times, CountDownLatch start)
            throws IOException, InterruptedException {
        start.await();
        for (int call = 0; call < times; call++) {
            callee.call();
        }
        return null;
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        double[] sorted = pairs.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
