package io.github.devicebatch.cli;

import io.github.devicebatch.domain.Excerpt;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Turns whatever ended a run before its time into words and an exit code. */
record Failures(Surroundings surroundings) {

    private static final String ISSUES = "https://github.com/devicebatch/devicebatch/issues";

    /** Tells of arguments that could not be understood. */
    int misused(ParameterException misuse) {
        return tell(ArgumentProblem.of(misuse), ExitCode.MISUSED);
    }

    /** Tells why a command could not end as it should; quietly, where nobody wants to know. */
    int failed(Throwable failure, CommandLine command) {
        return switch (failure) {
            case Misuse misuse -> tell(misuse.problem(), ExitCode.MISUSED);
            case ReaderGone gone -> ExitCode.READER_GONE.number();
            case InterruptedException interrupted -> ExitCode.INTERRUPTED.number();
            default -> bug(failure, command);
        };
    }

    private int bug(Throwable bug, CommandLine command) {
        Optional<String> message = Optional.ofNullable(bug.getMessage());
        String what =
                bug.getClass().getName() + message.map(text -> ": " + text).orElse("");
        boolean traced = showsTraces(command);
        String report = traced ? "report all of this: " : "report what it prints with DEVICEBATCH_VERBOSE=true: ";
        int code = tell(Problem.of("a bug in devicebatch " + Version.number(), what, report + ISSUES), ExitCode.BUG);
        if (traced) {
            for (StackTraceElement element : bug.getStackTrace()) {
                surroundings.err().println("    at " + Excerpt.of(element.toString(), 300));
            }
        }
        return code;
    }

    /** Looks at the variable too, because commands without {@code -v} have bugs as well. */
    private boolean showsTraces(CommandLine command) {
        OptionSpec verbose = command.getCommandSpec().findOption("--verbose");
        return verbose != null && Boolean.TRUE.equals(verbose.getValue())
                || surroundings.environment().get("DEVICEBATCH_VERBOSE").equals(Optional.of("true"));
    }

    private int tell(Problem problem, ExitCode code) {
        Ink ink = surroundings.colors().ink(ColorWhen.AUTO, StandardStream.ERR);
        new Messages(surroundings.err(), ink, Verbosity.PROBLEMS).failure(problem);
        return code.number();
    }
}
