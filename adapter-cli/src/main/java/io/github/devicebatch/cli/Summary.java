package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what the answers come to, and keeps the worst exit code. */
final class Summary {

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private ExitCode exitCode = ExitCode.ANSWERED;

    void add(BatchStatusAnswer answer, ExitCode code) {
        verdicts.merge(Verdict.of(answer), 1, Integer::sum);
        exitCode = exitCode.worse(code);
    }

    ExitCode exitCode() {
        return exitCode;
    }

    int batches() {
        return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    /** Gives the counts in words: {@code 3 batches: 2 all registered, 1 not found}. */
    @Override
    public String toString() {
        return Plural.of(batches(), "batch", "batches")
                + verdicts.entrySet().stream()
                        .map(verdict ->
                                verdict.getValue() + " " + verdict.getKey().words())
                        .collect(Collectors.joining(", ", ": ", ""));
    }
}
