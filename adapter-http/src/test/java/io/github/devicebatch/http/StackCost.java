package io.github.devicebatch.http;

import com.sun.management.ThreadMXBean;
import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.http.json.BodyDecoder;
import io.github.devicebatch.http.support.TargetReport;
import io.github.devicebatch.testkit.Batches;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * A program that measures the cost of all decorators per query in steady state, around a query with a
 * constant answer. Ratios are those to the decoding of an answer with one device in the same run. It exits with 1 if a target is missed. How to run it: {@code docs/reliability.md}.
 */
final class StackCost {

    private static final int MAX_BYTES = 200;
    private static final RateLimitSettings UNLIMITED = RateLimitSettings.perSecond(1_000_000, Integer.MAX_VALUE);

    private static final int MAX_NANOS = 5_000;
    private static final int ROUNDS = 40;
    private static final int QUERIES = 200_000;
    private static final int DECODINGS = 20_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final BatchStatusAnswer ready = new Found(Batches.documentedExample(), Trace.NOTHING_SENT);
    private final BatchStatusQuery alone = batch -> ready;
    private final BatchStatusQuery stacked;
    private final BatchStatusQuery decoding;

    StackCost(RateLimitSettings rateLimit) {
        PartnerCenterBuilder description =
                PartnerCenter.at(PartnerCenterCloud.GLOBAL).rateLimit(rateLimit);
        this.stacked = description.stack().decorate(guard -> alone, description.contexts());
        BodyDecoder decoder = new BodyDecoder();
        byte[] body = DecodingCost.answer(1);
        this.decoding = batch -> decoder.status(body).devices().isEmpty() ? null : ready;
    }

    /**
     * Prints the cost, including a rate limiter that never delays. With the argument {@code bytes} it measures
     * no time.
     */
    public static void main(String[] arguments) {
        StackCost cost = new StackCost(UNLIMITED);
        boolean bytesOnly = List.of(arguments).contains("bytes");
        double nanos = bytesOnly ? 0 : cost.nanosAbove();
        // The minimum is the steady state: earlier rounds include code that is not yet compiled.
        double bytes = DoubleStream.generate(() -> cost.bytesAbove(QUERIES))
                .limit(ROUNDS)
                .min()
                .orElseThrow();
        double ofDecoding = DoubleStream.generate(() -> cost.bytes(cost.decoding, DECODINGS))
                .limit(ROUNDS)
                .min()
                .orElseThrow();
        System.out.printf("decorators: %.1f bytes per query, %.2f of decoding one device%n", bytes, bytes / ofDecoding);
        TargetReport.exit(
                Map.of("at most 5 microseconds", nanos <= MAX_NANOS, "at most 200 bytes", bytes <= MAX_BYTES));
    }

    private double nanosAbove() {
        double[] aloneRounds = new double[ROUNDS];
        double[] stackedRounds = new double[ROUNDS];
        double[] decodingRounds = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            aloneRounds[round] = nanos(alone, QUERIES);
            stackedRounds[round] = nanos(stacked, QUERIES);
            decodingRounds[round] = nanos(decoding, DECODINGS);
            ratios[round] = (stackedRounds[round] - aloneRounds[round]) / decodingRounds[round];
        }
        double above = median(stackedRounds) - median(aloneRounds);
        System.out.printf(
                "alone %.1f ns, stacked %.1f ns, decorators %.1f ns per query, %.2f of decoding one device (%.0f ns)%n",
                median(aloneRounds), median(stackedRounds), above, median(ratios), median(decodingRounds));
        return above;
    }

    /** Returns the bytes that the decorators allocate per query. */
    private double bytesAbove(int queries) {
        return bytes(stacked, queries) - bytes(alone, queries);
    }

    private double bytes(BatchStatusQuery query, int queries) {
        long before = threads.getCurrentThreadAllocatedBytes();
        askRepeatedly(query, queries);
        return (threads.getCurrentThreadAllocatedBytes() - before) / (double) queries;
    }

    /** Returns the CPU time of one query: other work on the machine hardly changes it. */
    private double nanos(BatchStatusQuery query, int queries) {
        long before = threads.getCurrentThreadCpuTime();
        askRepeatedly(query, queries);
        return (threads.getCurrentThreadCpuTime() - before) / (double) queries;
    }

    private void askRepeatedly(BatchStatusQuery query, int queries) {
        try {
            for (int count = 0; count < queries; count++) {
                if (query.ask(Batches.REFERENCE) != ready) {
                    throw new IllegalStateException("another answer than the one that is ready");
                }
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("unexpected interruption", interrupted);
        }
    }

    /** Returns the median of the second half, when the code is compiled. */
    private static double median(double[] rounds) {
        double[] warm = Arrays.copyOfRange(rounds, ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
