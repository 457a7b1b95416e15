package io.github.devicebatch.cli;

import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.ColorPolicy;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ended a run before its time into words and an exit code. */
record ExceptionHandler(CliContext surroundings) {

    private static final String ISSUES = "https://github.com/devicebatch/devicebatch/issues";

    /** Tells of arguments that could not be understood. */
    int misused(ParameterException misuse) {
        return tell(ArgumentProblem.of(misuse), ExitCode.USAGE_ERROR);
    }

    /** Tells why a command could not end as it should; quietly, where nobody wants to know. */
    int failed(Throwable failure, CommandLine command) {
        return switch (failure) {
            case UsageException misuse -> tell(misuse.problem(), ExitCode.USAGE_ERROR);
            case StandardOutput.OutputException output when output.readerGone() -> ExitCode.OUTPUT_CLOSED.number();
            case StandardOutput.OutputException output -> tell(unwritten(output), ExitCode.USAGE_ERROR);
            case InterruptedException interrupted -> ExitCode.INTERRUPTED.number();
            default -> bug(failure, command);
        };
    }

    private static Problem unwritten(StandardOutput.OutputException output) {
        return new Problem(
                "cannot write to standard output",
                Optional.ofNullable(output.getMessage()),
                Optional.of("check where the output goes, and the space on its disk"),
                Optional.empty());
    }

    private int bug(Throwable bug, CommandLine command) {
        Optional<String> message = Optional.ofNullable(bug.getMessage());
        String what =
                bug.getClass().getName() + message.map(text -> ": " + text).orElse("");
        boolean traced = showsTraces(command);
        String report = traced ? "report all of this: " : "report what it prints with DEVICEBATCH_VERBOSE=true: ";
        int code = tell(
                Problem.of("a bug in devicebatch " + VersionProvider.number(), what, report + ISSUES), ExitCode.BUG);
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
        TextStyle ink = surroundings.colors().textStyle(ColorPolicy.Mode.AUTO, StandardStream.ERR);
        new Messages(surroundings.err(), ink, Messages.Verbosity.NORMAL).failure(problem);
        return code.number();
    }

    /** Tells a person what is wrong with the arguments, never repeating the value of an option that does not exist. */
    static final class ArgumentProblem {

        private ArgumentProblem() {}

        static Problem of(ParameterException misuse) {
            if (misuse instanceof UnmatchedArgumentException unmatched
                    && !unmatched.getUnmatched().isEmpty()) {
                return unknown(unmatched);
            }
            return new Problem(
                    what(misuse),
                    variable(misuse).map(name -> "the value comes from the variable " + name),
                    Optional.of(help(misuse)),
                    Optional.empty());
        }

        private static Problem unknown(UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            String name = first.startsWith("-") ? first.replaceFirst("=.*", "") : first;
            String kind = first.startsWith("-") ? "option" : top(unmatched) ? "command" : "argument";
            List<String> suggestions = unmatched.getSuggestions();
            return Problem.of(
                    "unknown " + kind + " " + Excerpt.of(name, 60),
                    suggestions.isEmpty()
                            ? help(unmatched)
                            : String.join(", ", suggestions) + ", or " + help(unmatched));
        }

        private static boolean top(ParameterException misuse) {
            return misuse.getCommandLine().getParent() == null;
        }

        private static Optional<String> variable(ParameterException misuse) {
            return misuse.getCommandLine().getDefaultValueProvider() instanceof EnvironmentDefaults defaults
                    ? defaults.origin(misuse.getArgSpec())
                    : Optional.empty();
        }

        private static String help(ParameterException misuse) {
            CommandSpec command = misuse.getCommandLine().getCommandSpec();
            return top(misuse) ? "devicebatch --help" : "devicebatch help " + command.name();
        }

        private static String what(ParameterException misuse) {
            if (misuse instanceof MissingParameterException missing
                    && missing.getMissing().stream().allMatch(ArgSpec::isPositional)) {
                return missing.getMissing().stream()
                        .map(ArgSpec::paramLabel)
                        .collect(Collectors.joining(", ", "missing ", ""));
            }
            String message = misuse.getMessage();
            return Character.toLowerCase(message.charAt(0)) + message.substring(1);
        }
    }
}
