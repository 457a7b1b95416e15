package io.github.devicebatch.cli;

import java.util.List;

/** Several things in a sentence: {@code a, b and c}. */
final class Enumerated {

    private Enumerated() {}

    static String of(List<String> things) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }
}
