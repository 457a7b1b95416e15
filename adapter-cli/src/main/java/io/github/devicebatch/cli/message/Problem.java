package io.github.devicebatch.cli.message;

import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Error message of up to four lines.
 *
 * @param what what failed
 * @param why the reason, if there is more to say
 * @param remedy what the user can try, if anything
 * @param requestId the id for vendor support
 */
public record Problem(String what, Optional<String> why, Optional<String> remedy, Optional<String> requestId) {

    /** Remedy for a lack of memory. */
    public static final String MORE_MEMORY = "more memory: JAVA_TOOL_OPTIONS=-Xmx1g";

    private static final int MAX_LENGTH = 1_200;

    public static Problem of(String what, String remedy) {
        return new Problem(what, Optional.empty(), Optional.of(remedy), Optional.empty());
    }

    public static Problem of(String what, String why, String remedy) {
        return new Problem(what, Optional.of(why), Optional.of(remedy), Optional.empty());
    }

    /** Returns the same problem with something else to try. */
    public Problem orElseTry(String other) {
        return new Problem(
                what, why, Optional.of(remedy.map(text -> text + "; ").orElse("") + other), requestId);
    }

    /** Returns the lines of the message, without control characters. */
    public List<String> lines(TextStyle style) {
        return Stream.of(
                        Optional.of(style.apply(Style.fg_red, "error:") + " " + safe(what)),
                        why.map(text -> style.bold("why:") + " " + safe(text)),
                        remedy.map(text -> style.bold("try:") + " " + safe(text)),
                        requestId.map(text -> style.bold("request id:") + " " + safe(text)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String safe(String text) {
        return Excerpt.of(text, MAX_LENGTH).text();
    }
}
