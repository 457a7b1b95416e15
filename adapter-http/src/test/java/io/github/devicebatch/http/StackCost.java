package io.github.devicebatch.http;

import com.sun.management.ThreadMXBean;
import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.http.support.Verdict;
import io.github.devicebatch.testkit.Batches;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * A program: what the whole stack costs a question in steady state, above an innermost query that has its answer ready. Both
 * are measured in turn in the same run. It ends with 1 if a target is missed. {@code docs/reliability.md} says how to run it.
 */
final class StackCost {

    private static final int MOST_BYTES = 200;
    private static final RateLimitSettings TURN_ALWAYS_FREE = RateLimitSettings.perSecond(1_000_000, Integer.MAX_VALUE);

    private static final int MOST_NANOS = 5_000;
    private static final int ROUNDS = 40;
    private static final int QUESTIONS = 200_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final BatchStatusAnswer ready = new Found(Batches.documentedExample(), Trace.NOTHING_SENT);
    private final BatchStatusQuery alone = batch -> ready;
    private final BatchStatusQuery stacked;

    StackCost(RateLimitSettings rateLimit) {
        PartnerCenterBuilder description =
                PartnerCenter.at(PartnerCenterCloud.GLOBAL).rateLimit(rateLimit);
        this.stacked = description.stack().around(guard -> alone, description.contexts());
    }

    /**
     * Prints the cost, the rate limiter's too, where it never makes anyone wait. With the argument {@code bytes} the bytes
     * only, which need less time.
     */
    public static void main(String[] arguments) {
        StackCost cost = new StackCost(TURN_ALWAYS_FREE);
        boolean bytesOnly = List.of(arguments).contains("bytes");
        double nanos = bytesOnly ? 0 : cost.nanosAbove();
        // The JVM counts bytes exactly; it goes on until it has compiled what it will.
        double bytes = DoubleStream.generate(() -> cost.bytesAbove(QUESTIONS))
                .limit(ROUNDS)
                .min()
                .orElseThrow();
        System.out.printf("above it %.1f bytes a question%n", bytes);
        Verdict.exit(Map.of("at most 5 microseconds", nanos <= MOST_NANOS, "at most 200 bytes", bytes <= MOST_BYTES));
    }

    private double nanosAbove() {
        double[] aloneRounds = new double[ROUNDS];
        double[] stackedRounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            aloneRounds[round] = nanos(alone);
            stackedRounds[round] = nanos(stacked);
        }
        double above = median(stackedRounds) - median(aloneRounds);
        System.out.printf(
                "alone %.1f ns, stacked %.1f ns, above it %.1f ns a question%n",
                median(aloneRounds), median(stackedRounds), above);
        return above;
    }

    /** The bytes that the stack allocates for a question, counted by the JVM. */
    private double bytesAbove(int questions) {
        return bytes(stacked, questions) - bytes(alone, questions);
    }

    private double bytes(BatchStatusQuery query, int questions) {
        long before = threads.getCurrentThreadAllocatedBytes();
        askOften(query, questions);
        return (threads.getCurrentThreadAllocatedBytes() - before) / (double) questions;
    }

    private double nanos(BatchStatusQuery query) {
        long before = System.nanoTime();
        askOften(query, QUESTIONS);
        return (System.nanoTime() - before) / (double) QUESTIONS;
    }

    private void askOften(BatchStatusQuery query, int questions) {
        try {
            for (int question = 0; question < questions; question++) {
                if (query.ask(Batches.REFERENCE) != ready) {
                    throw new IllegalStateException("another answer than the one that is ready");
                }
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("nobody interrupts this", interrupted);
        }
    }

    /** The middle of the second half, when the JVM has compiled what it will. */
    private static double median(double[] rounds) {
        double[] warm = Arrays.copyOfRange(rounds, ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
