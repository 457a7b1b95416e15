package io.github.devicebatch.http;

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
 */
record LoadResult(int questions, Map<String, Long> answers, long wrong, long lost, long attempts) {

    /** Whether every question has exactly one answer. */
    boolean isComplete() {
        return lost == 0 && answers.values().stream().mapToLong(Long::longValue).sum() == questions;
    }

    long unavailable() {
        return answers.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("Unavailable"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public String toString() {
        return "%,d questions: %s, %d wrong, %d lost, %,d attempts"
                .formatted(questions, new TreeMap<>(answers), wrong, lost, attempts);
    }
}
