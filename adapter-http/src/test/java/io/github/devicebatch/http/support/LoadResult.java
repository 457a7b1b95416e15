package io.github.devicebatch.http.support;

import java.util.Map;
import java.util.TreeMap;

/**
 * The result of a load run.
 *
 * @param queries number of queries
 * @param answers number of answers of each kind
 * @param wrong number of unexpected answers, without {@code Unavailable}
 * @param lost number of queries that ended with an exception
 * @param attempts number of attempts according to the traces
 * @param requests number of requests that the fake received
 * @param connections number of connections
 */
public record LoadResult(
        int queries, Map<String, Long> answers, long wrong, long lost, long attempts, long requests, long connections) {

    /** Returns whether every query has exactly one answer. */
    public boolean isComplete() {
        return lost == 0 && answers.values().stream().mapToLong(Long::longValue).sum() == queries;
    }

    public long unavailable() {
        return answers.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("Unavailable"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Returns the maximum number of attempts that the retry budget allows: 1.2 per query, and 10. */
    public long maxAttempts() {
        return queries + queries / 5 + 10L;
    }

    @Override
    public String toString() {
        return "%,d queries: %s, %d wrong, %d lost%n".formatted(queries, new TreeMap<>(answers), wrong, lost)
                + "%,d attempts, %,d requests (%.3f per query) over %,d connections"
                        .formatted(attempts, requests, (double) requests / queries, connections);
    }
}
