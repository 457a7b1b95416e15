package io.github.devicebatch.cli.completion;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The completion script of a command for the shell fish, version 3.1 or newer.
 *
 * @param command the root command
 */
public record FishCompletion(CommandSpec command) {

    /** Checks that there is a command. */
    public FishCompletion {
        Objects.requireNonNull(command, "command");
    }

    /**
     * Returns the script: subcommands, options with their descriptions, and the words that options and parameters accept.
     *
     * @return lines for {@code source}, or for a file in a folder of fish completions
     */
    public String script() {
        List<CommandNode> nodes = CommandNode.root(command).tree();
        StringJoiner script = new StringJoiner("\n", "", "\n");
        script.add("# fish completion for " + command.name());
        function(nodes).forEach(script::add);
        script.add("complete -c " + command.name() + " -f");
        nodes.stream().flatMap(this::lines).forEach(script::add);
        return script.toString();
    }

    /** Returns the function that tells whether the words before the cursor lead to one command of the tree. */
    private Stream<String> function(List<CommandNode> nodes) {
        String paths = nodes.stream()
                .filter(node -> !node.path().isEmpty())
                .map(node -> quote("/" + String.join("/", node.path())))
                .collect(Collectors.joining(" "));
        return Stream.of(
                "function " + function(),
                "    set -l words (commandline -opc)",
                "    set -e words[1]",
                "    set -l path ''",
                "    for word in $words",
                "        if contains -- \"$path/$word\" " + paths,
                "            set path \"$path/$word\"",
                "        end",
                "    end",
                "    test \"$path\" = \"$argv[1]\"",
                "end");
    }

    private Stream<String> lines(CommandNode node) {
        String here = "complete -c " + command.name() + " -n "
                + quote(function() + " "
                        + quote(node.path().stream().map(name -> "/" + name).collect(Collectors.joining())));
        Stream<String> children = node.children().stream()
                .map(child -> here + " -a " + quote(child.spec().name()) + " -d " + quote(child.summary()));
        Stream<String> words = node.positionalWords().isEmpty()
                ? Stream.empty()
                : Stream.of(here + candidates(node.positionalWords()));
        Stream<String> files = node.takesFiles() ? Stream.of(here + " -F") : Stream.empty();
        Stream<String> options = node.options().stream().map(option -> here + option(option));
        return Stream.of(children, words, files, options).flatMap(lines -> lines);
    }

    private static String option(OptionSpec option) {
        StringBuilder line = new StringBuilder();
        for (String name : option.names()) {
            String kind = name.startsWith("--") ? " -l " : name.length() == 2 ? " -s " : " -o ";
            line.append(kind).append(quote(name.replaceFirst("^--?", "")));
        }
        line.append(
                switch (ValueHint.of(option)) {
                    case ValueHint.None none -> "";
                    case ValueHint.Words words -> " -x" + candidates(words.all());
                    case ValueHint.FileName file -> " -r -F";
                    case ValueHint.AnyText text -> " -x";
                });
        return line + " -d " + quote(CommandNode.summary(option));
    }

    /** Returns the option {@code -a}; fish splits its text at blanks and expands it, so each word is quoted inside as well. */
    private static String candidates(List<String> words) {
        return " -a " + quote(words.stream().map(FishCompletion::word).collect(Collectors.joining(" ")));
    }

    private static String word(String word) {
        return word.matches("[A-Za-z0-9._:/@-]+") ? word : quote(word);
    }

    private String function() {
        return "__" + command.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_") + "_at";
    }

    /** Returns a word in single quotes, in which fish knows the escapes {@code \\} and {@code \'} alone. */
    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
