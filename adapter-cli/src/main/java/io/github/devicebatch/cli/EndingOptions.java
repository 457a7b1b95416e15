package io.github.devicebatch.cli;

import picocli.CommandLine.Option;

/** The option that says what {@code status} calls success. */
final class EndingOptions {

    @Option(names = "--exit-status", description = "Exit with 3 or 8 unless every device got in.")
    private boolean exitStatus;

    ExitRule exitRule() {
        return exitStatus ? ExitRule.BY_OUTCOME : ExitRule.BY_ANSWER;
    }
}
