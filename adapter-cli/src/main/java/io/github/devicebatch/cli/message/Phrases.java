package io.github.devicebatch.cli.message;

import java.util.List;

/** Parts of an English sentence. */
public final class Phrases {

    private Phrases() {}

    /** Returns a number with its noun: {@code 1 batch}, {@code 2 batches}. */
    public static String count(int count, String singular, String plural) {
        return count + " " + (count == 1 ? singular : plural);
    }

    /** Returns a list: {@code a, b and c}. */
    public static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /** Returns {@code sentence} as messages have it: without a full stop at its end. */
    public static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
