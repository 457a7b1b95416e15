package io.github.devicebatch.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says where a batch stood when nobody waited for it any more. */
final class ResultInWords {

    private ResultInWords() {}

    static String of(WaitResult result) {
        Optional<String> progress = result.facts().progress().map(ProgressInWords::of);
        Optional<String> answer =
                result.facts().answer().map(last -> Verdict.of(last).words());
        return Stream.of(
                        Optional.of(progress.orElse("never described")),
                        Optional.of("asked " + Plural.of(result.questions(), "time", "times")),
                        answer.filter(words -> !words.equals(result.verdict().words()))
                                .map(words -> "last answer: " + words))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }
}
