package io.github.devicebatch.cli.progress;

import java.util.Comparator;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Text about the entries with the highest counts. */
public final class MostFrequent {

    private static final int MAX_ENTRIES = 4;

    private MostFrequent() {}

    /** Returns the texts of up to four entries, the highest count first, and an ellipsis if there are more. */
    public static String text(Map<String, Integer> counts, BiFunction<String, Integer, String> text) {
        String mostFrequent = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MAX_ENTRIES)
                .map(entry -> text.apply(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return counts.size() > MAX_ENTRIES ? mostFrequent + ", …" : mostFrequent;
    }
}
