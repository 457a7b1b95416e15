package io.github.devicebatch.cli;

import io.github.devicebatch.domain.Excerpt;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person what is wrong with the arguments, never repeating the value of an option that does not exist. */
final class ArgumentProblem {

    private ArgumentProblem() {}

    static Problem of(ParameterException misuse) {
        if (misuse instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(unmatched);
        }
        return new Problem(
                lowerCase(misuse.getMessage()),
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
                suggestions.isEmpty() ? help(unmatched) : String.join(", ", suggestions) + ", or " + help(unmatched));
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

    private static String lowerCase(String message) {
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
