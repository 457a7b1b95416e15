package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what answers or waits come to, and keeps the worst exit code. */
final class Summary {

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private ExitCode exitCode = ExitCode.ANSWERED;
    private long questions;

    void add(BatchStatusAnswer answer, ExitCode code) {
        add(Verdict.of(answer), code, 1);
    }

    void add(WaitResult result) {
        add(result.verdict(), result.exitCode(), result.questions());
    }

    private void add(Verdict verdict, ExitCode code, int asked) {
        verdicts.merge(verdict, 1, Integer::sum);
        exitCode = exitCode.worse(code);
        questions += asked;
    }

    ExitCode exitCode() {
        return exitCode;
    }

    int batches() {
        return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    long questions() {
        return questions;
    }

    int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    /** Gives the counts without their sum: {@code 2 all registered, 1 not found}; empty if nothing was counted. */
    String counts() {
        return verdicts.entrySet().stream()
                .map(verdict -> verdict.getValue() + " " + verdict.getKey().words())
                .collect(Collectors.joining(", "));
    }

    /** Gives the counts in words: {@code 3 batches: 2 all registered, 1 not found}. */
    @Override
    public String toString() {
        return Plural.of(batches(), "batch", "batches") + ": " + counts();
    }
}
