package io.github.devicebatch.cli;

import io.github.devicebatch.cli.options.CustomerNames;
import io.github.devicebatch.cli.options.SettingsFile;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.domain.Excerpt;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Names of the variables and of the keys of the settings file that this program knows. */
final class SettingNames {

    private static final int MAX_LENGTH = 60;

    private final Set<String> keys;

    /** Collects the names of the options of all subcommands of {@code commandLine}. */
    SettingNames(CommandLine commandLine) {
        keys = commandLine.getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .map(option -> option.longestName().replaceFirst("^-+", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns a note for each unknown variable and key, with the most similar known name; without any value. */
    List<String> unknown(EnvironmentVariables environment) {
        Set<String> variables =
                keys.stream().map(EnvironmentVariables::variableOf).collect(Collectors.toSet());
        variables.addAll(Set.of(EnvironmentVariables.variableOf("token"), SettingsFile.VARIABLE));
        return Stream.concat(
                        environment.names().stream()
                                .filter(name -> !variables.contains(name))
                                .sorted()
                                .map(name -> note("variable", name, "", variables)),
                        environment.settings().keySet().stream()
                                .filter(key -> !keys.contains(key) && !key.startsWith(CustomerNames.PREFIX))
                                .map(key -> note("key", key, " in " + environment.settingsFile(), keys)))
                .toList();
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
