package io.github.devicebatch.cli.message;

import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.cli.terminal.Tone;
import io.github.devicebatch.domain.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What went wrong, in the order in which a person wants to know it.
 *
 * @param what what did not work
 * @param why the reason, if there is more to say
 * @param remedy what to try, if anything helps
 * @param requestId what to tell vendor support
 */
public record Problem(String what, Optional<String> why, Optional<String> remedy, Optional<String> requestId) {

    private static final int LONGEST = 1_200;

    public static Problem of(String what, String remedy) {
        return new Problem(what, Optional.empty(), Optional.of(remedy), Optional.empty());
    }

    public static Problem of(String what, String why, String remedy) {
        return new Problem(what, Optional.of(why), Optional.of(remedy), Optional.empty());
    }

    /** Gives the lines to show, each safe for a terminal. */
    public List<String> lines(TextStyle ink) {
        return Stream.of(
                        Optional.of(ink.in(Tone.BAD, "error:") + " " + safe(what)),
                        why.map(text -> ink.bold("why:") + " " + safe(text)),
                        remedy.map(text -> ink.bold("try:") + " " + safe(text)),
                        requestId.map(text -> ink.bold("request id:") + " " + safe(text)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String safe(String text) {
        return Excerpt.of(text, LONGEST).text();
    }
}
