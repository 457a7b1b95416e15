package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what answers or waits come to, and keeps the worst exit code. */
public final class Summary {

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private ExitCode exitCode = ExitCode.ANSWERED;
    private long questions;

    public void add(BatchStatusAnswer answer, ExitCode code) {
        add(Verdict.of(answer), code, 1);
    }

    public void add(WaitResult result) {
        add(result.verdict(), result.exitCode(), result.questions());
    }

    private void add(Verdict verdict, ExitCode code, int asked) {
        verdicts.merge(verdict, 1, Integer::sum);
        exitCode = exitCode.worse(code);
        questions += asked;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    public int batches() {
        return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    long questions() {
        return questions;
    }

    public int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    /** Gives the counts without their sum: {@code 2 all registered, 1 not found}; empty if nothing was counted. */
    public String counts() {
        return verdicts.entrySet().stream()
                .map(verdict -> verdict.getValue() + " " + verdict.getKey().words())
                .collect(Collectors.joining(", "));
    }

    /** Gives the counts in words: {@code 3 batches: 2 all registered, 1 not found}. */
    @Override
    public String toString() {
        return Phrases.of(batches(), "batch", "batches") + ": " + counts();
    }
}
