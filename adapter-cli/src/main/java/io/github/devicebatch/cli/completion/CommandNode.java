package io.github.devicebatch.cli.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command that help shows, with its place in the tree.
 *
 * @param path the names from below the root down to this command; empty for the root
 */
record CommandNode(List<String> path, CommandSpec spec) {

    CommandNode {
        path = List.copyOf(path);
    }

    static CommandNode root(CommandSpec spec) {
        return new CommandNode(List.of(), spec);
    }

    /** Returns this command and all below it, each before its children. */
    List<CommandNode> tree() {
        List<CommandNode> nodes = new ArrayList<>(List.of(this));
        children().forEach(child -> nodes.addAll(child.tree()));
        return nodes;
    }

    /** Returns the direct subcommands without hidden ones; an alias is no command of its own. */
    List<CommandNode> children() {
        return new LinkedHashSet<>(spec.subcommands().values())
                .stream()
                        .map(CommandLine::getCommandSpec)
                        .filter(child -> !child.usageMessage().hidden())
                        .map(child -> new CommandNode(
                                Stream.concat(path.stream(), Stream.of(child.name()))
                                        .toList(),
                                child))
                        .toList();
    }

    /** Returns the options without hidden ones, in the order of their names. */
    List<OptionSpec> options() {
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .toList();
    }

    /** Returns the words that may stand for the positional parameters. */
    List<String> positionalWords() {
        return spec.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .map(ValueHint::of)
                .flatMap(hint -> hint instanceof ValueHint.Words words ? words.all().stream() : Stream.empty())
                .toList();
    }

    /** Returns true if a positional parameter takes a value of this kind. */
    boolean takes(Class<? extends ValueHint> kind) {
        return spec.positionalParameters().stream().map(ValueHint::of).anyMatch(kind::isInstance);
    }

    /** Returns the names from below the root down to this command, each after a slash; empty for the root. */
    String slashedPath() {
        return path.stream().map(name -> "/" + name).collect(Collectors.joining());
    }

    /** Returns the header as one line, without markup. */
    String summary() {
        return Arrays.stream(spec.usageMessage().header())
                .map(CommandNode::plain)
                .collect(Collectors.joining(" "));
    }

    /** Returns the first sentence of an option's description, for a completion menu. */
    static String summary(OptionSpec option) {
        String text = String.join(" ", lines(Arrays.asList(option.description())));
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end)).replaceFirst("[.]$", "");
    }

    /** Returns lines without markup, split where a format line break stands in one. */
    static List<String> lines(Collection<String> formatted) {
        return formatted.stream()
                .flatMap(line -> Stream.of(plain(line).split("\n")))
                .toList();
    }

    private static String plain(String formatted) {
        return Ansi.OFF.string(formatted.replace("%n", "\n").replace("%%", "%"));
    }
}
