package io.github.devicebatch.cli.output;

import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.KnownDeviceError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Text about documented device errors: the explanation of one, or the list of all. */
public final class DeviceErrorText {

    /** Width of the explanation; it does not depend on the terminal. */
    private static final int WIDTH = 80;

    private DeviceErrorText() {}

    /** Returns the lines that explain one error. */
    public static List<String> explain(KnownDeviceError error, TextStyle style) {
        String title = error.code().map(code -> code + " ").orElse("") + error.vendorName();
        return Stream.of(
                        List.of(style.bold(title)),
                        wrap("  what happened: ", error.meaning()),
                        wrap("  what to do:    ", error.remedy()),
                        wrap("  upload again?  ", error.uploadingAgain().description()))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the table of all errors, as lines. */
    public static List<String> list() {
        TextTable table = new TextTable("CODE", "NAME", "WHAT TO DO", "UPLOAD AGAIN?");
        for (KnownDeviceError error : KnownDeviceError.values()) {
            table.row(
                    error.code().orElse("-"),
                    error.vendorName(),
                    error.shortRemedy(),
                    error.uploadingAgain().description());
        }
        return table.lines();
    }

    /** Wraps a sentence between words, with {@code label} before the first line and the others indented alike. */
    private static List<String> wrap(String label, String sentence) {
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
