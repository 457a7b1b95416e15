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
     * Returns the script: subcommands, options with their descriptions, the words that options and parameters accept, and the names
     * of customers, which are read from the settings file at each completion.
     *
     * @return lines for {@code source}, or for a file in a folder of fish completions
     */
    public String script() {
        List<CommandNode> nodes = CommandNode.root(command).tree();
        StringJoiner script = new StringJoiner("\n", "", "\n");
        script.add("# fish completion for " + command.name());
        function(nodes).forEach(script::add);
        customers().forEach(script::add);
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
                "function " + prefix() + "_at",
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

    /** Returns the function that prints the names of customers in the settings file. */
    private Stream<String> customers() {
        SettingsPlace place = new SettingsPlace(command.name());
        return Stream.of(
                "function " + prefix() + "_customers",
                "    set -l file $" + place.variable(),
                "    if test -z \"$file\"",
                "        set -l folder \"$XDG_CONFIG_HOME\"",
                "        string match -q -- '/*' \"$folder\"; or set folder ~/.config",
                "        test (uname) = Darwin; and set folder ~/'Library/Application Support'",
                "        set file \"$folder/" + place.file() + "\"",
                "    end",
                "    test -r \"$file\"; and string replace -rf '^\\s*customer\\.([^\\s=:\\\\\\\\]+).*' '$1' <\"$file\"",
                "end");
    }

    private Stream<String> lines(CommandNode node) {
        String here = "complete -c " + command.name() + " -n " + quote(prefix() + "_at " + quote(node.slashedPath()));
        Stream<String> children = node.children().stream()
                .map(child -> here + " -a " + quote(child.spec().name()) + " -d " + quote(child.summary()));
        Stream<String> words = node.positionalWords().isEmpty()
                ? Stream.empty()
                : Stream.of(here + candidates(node.positionalWords()));
        Stream<String> files = node.takes(ValueHint.FileName.class) ? Stream.of(here + " -F") : Stream.empty();
        Stream<String> references = node.takes(ValueHint.Reference.class)
                ? Stream.of(here + " -a '(" + prefix() + "_customers)/' -d 'customer'")
                : Stream.empty();
        Stream<String> options = node.options().stream().map(option -> here + option(option));
        return Stream.of(children, words, files, references, options).flatMap(lines -> lines);
    }

    private String option(OptionSpec option) {
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
                    case ValueHint.CustomerName customer -> " -x -a '(" + prefix() + "_customers)'";
                    case ValueHint.Reference reference -> " -x -a '(" + prefix() + "_customers)/'";
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

    private String prefix() {
        return "__" + command.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }

    /** Returns a word in single quotes, in which fish knows the escapes {@code \\} and {@code \'} alone. */
    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
