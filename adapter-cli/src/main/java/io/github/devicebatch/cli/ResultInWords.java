package io.github.devicebatch.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says where a batch stood when nobody waited for it any more. */
final class ResultInWords {

    private ResultInWords() {}

    static String of(WaitResult result) {
        return Stream.of(
                        Optional.of(result.facts()
                                .progress()
                                .map(ProgressInWords::of)
                                .orElse("never described")),
                        Optional.of("asked " + Plural.of(result.questions(), "time", "times")),
                        result.facts()
                                .answer()
                                .map(answer ->
                                        "last answer: " + Verdict.of(answer).words()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }
}
