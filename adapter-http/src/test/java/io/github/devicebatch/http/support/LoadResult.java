package io.github.devicebatch.http.support;

import java.util.Map;
import java.util.TreeMap;

/**
 * What came of many questions.
 *
 * @param questions how many were asked
 * @param answers how many answers there were of each kind
 * @param wrong answers that are not the right one; an answer that there is none is not wrong
 * @param lost questions that ended in an exception
 * @param attempts how often the questions were sent, as their traces tell
 * @param requests how many requests the fake received
 * @param connections over how many connections
 */
public record LoadResult(
        int questions,
        Map<String, Long> answers,
        long wrong,
        long lost,
        long attempts,
        long requests,
        long connections) {

    /** Whether every question has exactly one answer. */
    public boolean isComplete() {
        return lost == 0 && answers.values().stream().mapToLong(Long::longValue).sum() == questions;
    }

    public long unavailable() {
        return answers.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("Unavailable"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The most attempts that the retry budget allows: 1.2 a question, and 10. */
    public long mostAttempts() {
        return questions + questions / 5 + 10L;
    }

    @Override
    public String toString() {
        return "%,d questions: %s, %d wrong, %d lost%n".formatted(questions, new TreeMap<>(answers), wrong, lost)
                + "%,d attempts, %,d requests (%.3f a question) over %,d connections"
                        .formatted(attempts, requests, (double) requests / questions, connections);
    }
}
