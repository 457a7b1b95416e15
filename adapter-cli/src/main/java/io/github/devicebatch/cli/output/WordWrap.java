package io.github.devicebatch.cli.output;

import io.github.devicebatch.cli.terminal.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** Line breaks between words. */
public final class WordWrap {

    private WordWrap() {}

    /** Returns the lines of {@code text}, each at most {@code width} columns wide. A longer word has a line of its own. */
    public static List<String> lines(String text, int width) {
        if (DisplayWidth.of(text) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ")) {
            int length = DisplayWidth.of(word);
            if (used > 0 && used + 1 + length > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(used > 0 ? " " : "").append(word);
            used += (used > 0 ? 1 : 0) + length;
        }
        lines.add(line.toString());
        return lines;
    }
}
