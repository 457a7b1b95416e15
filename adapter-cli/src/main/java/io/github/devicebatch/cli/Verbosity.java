package io.github.devicebatch.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How much is told on standard error about questions and answers. */
enum Verbosity {
    NOTHING,
    PROBLEMS,
    EACH_QUESTION;

    /** Gives what the options of {@code command} ask for, if it has such options. */
    static Verbosity of(CommandSpec command) {
        return isSet(command, "--verbose") ? EACH_QUESTION : isSet(command, "--quiet") ? NOTHING : PROBLEMS;
    }

    private static boolean isSet(CommandSpec command, String name) {
        OptionSpec option = command.findOption(name);
        return option != null && Boolean.TRUE.equals(option.getValue());
    }
}
