package io.github.devicebatch.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks a sentence into lines between its words, at a width that does not depend on the terminal. */
final class Wrapping {

    private static final int WIDTH = 80;

    private Wrapping() {}

    /** Puts {@code label} before the first line and as many blanks before the others. */
    static List<String> of(String label, String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(label);
        for (String word : sentence.split(" ")) {
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
