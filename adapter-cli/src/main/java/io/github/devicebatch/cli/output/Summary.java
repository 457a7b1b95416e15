package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Verdict;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchTotals;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Number of batches by verdict, number of requests, totals of the devices, and worst exit code. Not thread-safe. */
public final class Summary {

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final BatchTotals totals = new BatchTotals();
    private ExitCode exitCode = ExitCode.ANSWERED;
    private long requests;

    public void add(BatchReference batch, BatchStatusAnswer answer, ExitCode code) {
        if (answer instanceof Found found) {
            totals.add(batch, found.status());
        }
        add(Verdict.of(answer), code, 1);
    }

    public void add(WaitResult result) {
        result.snapshot().found().ifPresent(found -> totals.add(result.batch(), found.status()));
        add(result.verdict(), result.exitCode(), result.requests());
    }

    /** Adds batches without a request; they do not change the exit code. */
    public void addNotAsked(int batches) {
        if (batches > 0) {
            verdicts.merge(Verdict.NOT_ASKED, batches, Integer::sum);
        }
    }

    private void add(Verdict verdict, ExitCode code, int requestCount) {
        verdicts.merge(verdict, 1, Integer::sum);
        exitCode = exitCode.worse(code);
        requests += requestCount;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    public int batches() {
        return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the totals of the batches with a status. */
    public BatchTotals totals() {
        return totals;
    }

    public long requests() {
        return requests;
    }

    public int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    /** Returns the counts without their sum: {@code 2 all registered, 1 not found}; empty if there are none. */
    public String counts() {
        return verdicts.entrySet().stream()
                .map(verdict -> verdict.getValue() + " " + verdict.getKey().text())
                .collect(Collectors.joining(", "));
    }

    /** Returns {@code 1 batch: all devices registered} or {@code 3 batches: 2 all registered, 1 not found}. */
    @Override
    public String toString() {
        int batches = batches();
        return Phrases.count(batches, "batch", "batches") + ": "
                + (batches == 1 ? verdicts.keySet().iterator().next().longText() : counts());
    }
}
