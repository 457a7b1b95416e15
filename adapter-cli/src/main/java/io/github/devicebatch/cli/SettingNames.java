package io.github.devicebatch.cli;

import io.github.devicebatch.cli.options.CustomerNames;
import io.github.devicebatch.cli.options.SettingsFile;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.domain.Excerpt;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Names of the variables and of the keys of the settings file that this program knows: those of the options of all subcommands.
 *
 * @param commandLine the command line with the subcommands
 */
record SettingNames(CommandLine commandLine) {

    private static final int MAX_LENGTH = 60;
    private static final Set<String> WITHOUT_OPTION =
            Set.of(EnvironmentVariables.variableOf("token"), SettingsFile.VARIABLE);

    /** Returns a note for each unknown variable and key, with the most similar known name; without any value. */
    List<String> unknown(EnvironmentVariables environment) {
        return Stream.concat(
                        environment.names().stream()
                                .filter(name -> !isVariable(name))
                                .map(name -> note("variable", name, "", variables())),
                        environment.settings().keySet().stream()
                                .filter(key -> !isKey(key) && !key.startsWith(CustomerNames.PREFIX))
                                .map(key -> note("key", key, " in " + environment.settingsFile(), keys())))
                .toList();
    }

    private boolean isVariable(String name) {
        return WITHOUT_OPTION.contains(name)
                || isKey(name.substring(EnvironmentVariables.PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'));
    }

    private boolean isKey(String key) {
        return commandLine.getSubcommands().values().stream()
                .map(command -> command.getCommandSpec().findOption("--" + key))
                .anyMatch(option -> option != null && !option.usageHelp());
    }

    private Set<String> keys() {
        return commandLine.getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .map(option -> option.longestName().replaceFirst("^-+", ""))
                .collect(Collectors.toSet());
    }

    private Set<String> variables() {
        return Stream.concat(keys().stream().map(EnvironmentVariables::variableOf), WITHOUT_OPTION.stream())
                .collect(Collectors.toSet());
    }

    private static String note(String kind, String name, String place, Collection<String> known) {
        String nearest = known.stream()
                .min(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        boolean isNear = distance(name, nearest) <= Math.max(2, nearest.length() / 4);
        return "the " + kind + " " + Excerpt.ofBothEnds(name, MAX_LENGTH) + place + " is unknown and has no effect"
                + (isNear ? "; do you mean " + nearest + "?" : "");
    }

    /** Returns the Levenshtein distance: the smallest number of characters to insert, delete or replace. */
    static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int column = 0; column < previous.length; column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[previous.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int replaced = previous[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
