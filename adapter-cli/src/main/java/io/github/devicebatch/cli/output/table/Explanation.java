package io.github.devicebatch.cli.output.table;

import io.github.devicebatch.cli.terminal.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Explanation of one code.
 *
 * @param title the code and its name
 * @param sentences what it means and what to do
 */
public record Explanation(String title, List<Sentence> sentences) {

    /** Width of the explanation; it does not depend on the terminal. */
    private static final int WIDTH = 80;

    public Explanation {
        sentences = List.copyOf(sentences);
    }

    /** Returns an explanation of two clauses, which become sentences. */
    public static Explanation of(String title, String meaning, String remedy) {
        return new Explanation(title, List.of(Sentence.happened(sentence(meaning)), Sentence.remedy(sentence(remedy))));
    }

    private static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }

    /** Returns the lines of the explanation. */
    public List<String> lines(TextStyle style) {
        return Stream.concat(
                        Stream.of(style.bold(title)), sentences.stream().flatMap(sentence -> sentence.lines().stream()))
                .toList();
    }

    /**
     * A sentence behind a label.
     *
     * @param label the label, padded to the width of all labels
     */
    public record Sentence(String label, String text) {

        static Sentence happened(String text) {
            return new Sentence("  what happened: ", text);
        }

        static Sentence remedy(String text) {
            return new Sentence("  what to do:    ", text);
        }

        static Sentence uploadAgain(String text) {
            return new Sentence("  upload again?  ", text);
        }

        /** Wraps the sentence between words; the lines behind the first are indented like it. */
        private List<String> lines() {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder(label);
            for (String word : text.split(" ")) {
                if (line.length() > label.length() && line.length() + word.length() > WIDTH) {
                    lines.add(line.toString().stripTrailing());
                    line = new StringBuilder(" ".repeat(label.length()));
                }
                line.append(word).append(' ');
            }
            lines.add(line.toString().stripTrailing());
            return lines;
        }
    }
}
