package io.github.devicebatch.cli;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.options.Converters;
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
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Handler of exceptions: prints an error message and returns the exit code. */
record ExceptionHandler(CliContext context) {

    private static final String ISSUES = "https://github.com/devicebatch/devicebatch/issues";

    /** Prints what is wrong with the arguments and returns the exit code. */
    int handle(ParameterException invalid) {
        return print(problem(invalid), ExitCode.USAGE_ERROR);
    }

    /** Prints why no command can run and returns the exit code. */
    int handle(UsageException unusable) {
        return print(unusable.problem(), ExitCode.USAGE_ERROR);
    }

    /** Prints why a command failed and returns the exit code; prints nothing after an interrupt or if the reader has gone. */
    int handle(Throwable failure, CommandLine command) {
        return switch (failure) {
            case UsageException usage -> print(usage.problem(), ExitCode.USAGE_ERROR);
            case StandardOutput.OutputException gone when gone.readerGone() -> ExitCode.OUTPUT_CLOSED.number();
            case StandardOutput.OutputException unwritten -> print(problem(unwritten), ExitCode.USAGE_ERROR);
            case InterruptedException interrupted -> ExitCode.INTERRUPTED.number();
            case OutOfMemoryError lackOfMemory -> print(problem(lackOfMemory), ExitCode.USAGE_ERROR);
            default -> bug(failure, command);
        };
    }

    private static Problem problem(StandardOutput.OutputException unwritten) {
        return Problem.of(
                "cannot write to standard output",
                Optional.ofNullable(unwritten.getMessage()).orElse("the cause is unknown"),
                unwritten.isClosed()
                        ? "redirect it to a file, or to /dev/null if the output is not needed"
                        : "check the target of the output and its free space");
    }

    private static Problem problem(OutOfMemoryError lackOfMemory) {
        return Problem.of(
                "not enough memory",
                Optional.ofNullable(lackOfMemory.getMessage()).orElse("the cause is unknown"),
                "a lower --concurrency, or " + Problem.MORE_MEMORY);
    }

    private int bug(Throwable bug, CommandLine command) {
        Optional<String> message = Optional.ofNullable(bug.getMessage());
        String what =
                bug.getClass().getName() + message.map(text -> ": " + text).orElse("");
        boolean verbose = isVerbose(command);
        String report = verbose ? "report this output: " : "report the output with DEVICEBATCH_VERBOSE=true: ";
        int code = print(
                Problem.of("a bug in devicebatch " + VersionProvider.number(), what, report + ISSUES), ExitCode.BUG);
        if (verbose) {
            for (StackTraceElement element : bug.getStackTrace()) {
                context.err().println("    at " + Excerpt.of(element.toString(), 300));
            }
        }
        return code;
    }

    /** Reads the variable too, because some commands have no {@code -v}. */
    private boolean isVerbose(CommandLine command) {
        OptionSpec verbose = command.getCommandSpec().findOption("--verbose");
        return verbose != null && Boolean.TRUE.equals(verbose.getValue())
                || context.environment()
                        .get("DEVICEBATCH_VERBOSE")
                        .filter(Converters::isTrue)
                        .isPresent();
    }

    private int print(Problem problem, ExitCode code) {
        TextStyle style = context.colors().textStyle(ColorPolicy.Mode.AUTO, StandardStream.ERR);
        new Messages(context.err(), style, Messages.Verbosity.NORMAL).failure(problem);
        return code.number();
    }

    private static Problem problem(ParameterException invalid) {
        if (invalid instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(unmatched);
        }
        return new Problem(
                what(invalid),
                origin(invalid).map(origin -> "the value comes from " + origin),
                Optional.of(help(invalid)),
                Optional.empty());
    }

    /** Leaves out the value of an unknown option: it may be a secret. */
    private static Problem unknown(UnmatchedArgumentException unmatched) {
        String first = unmatched.getUnmatched().getFirst();
        String name = first.startsWith("-") ? first.replaceFirst("=.*", "") : first;
        String kind = first.startsWith("-") ? "option" : isRoot(unmatched) ? "command" : "argument";
        List<String> suggestions = unmatched.getSuggestions();
        return Problem.of(
                "unknown " + kind + " " + Excerpt.ofBothEnds(name, 60),
                suggestions.isEmpty() ? help(unmatched) : String.join(", ", suggestions) + ", or " + help(unmatched));
    }

    private static String what(ParameterException invalid) {
        if (invalid instanceof MissingParameterException missing
                && missing.getMissing().stream().allMatch(ArgSpec::isPositional)) {
            return missing.getMissing().stream()
                    .map(ArgSpec::paramLabel)
                    .collect(Collectors.joining(", ", "missing ", ""));
        }
        String message = Phrases.withoutFullStop(requireNonNull(invalid.getMessage()));
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private static Optional<String> origin(ParameterException invalid) {
        return invalid.getCommandLine().getDefaultValueProvider() instanceof EnvironmentDefaults defaults
                ? defaults.origin(invalid.getArgSpec())
                : Optional.empty();
    }

    private static String help(ParameterException invalid) {
        return isRoot(invalid)
                ? "devicebatch --help"
                : "devicebatch help "
                        + invalid.getCommandLine().getCommandSpec().name();
    }

    private static boolean isRoot(ParameterException invalid) {
        return invalid.getCommandLine().getParent() == null;
    }
}
