package io.github.devicebatch.cli.message;

import java.util.List;

/** A number and what it counts. */
public final class Phrases {

    private Phrases() {}

    public static String of(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** A sentence that another part is to follow: without its full stop. */
    static final class Clause {

        private Clause() {}

        static String of(String sentence) {
            return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        }
    }

    /** Several things in a sentence: {@code a, b and c}. */
    public static final class Enumerated {

        private Enumerated() {}

        public static String of(List<String> things) {
            int last = things.size() - 1;
            return last < 1
                    ? String.join("", things)
                    : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
        }
    }
}
