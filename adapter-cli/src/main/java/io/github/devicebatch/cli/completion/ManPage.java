package io.github.devicebatch.cli.completion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of one command, in section 1. The page of a subcommand is named like {@code devicebatch-wait}.
 *
 * @param command the command
 * @param version the version that the page's last line shows
 */
public record ManPage(CommandSpec command, String version) {

    /** Checks that nothing is missing. */
    public ManPage {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(version, "version");
    }

    /**
     * Returns the name of the page.
     *
     * @return the command's qualified name with hyphens between its words
     */
    public String name() {
        return command.qualifiedName("-");
    }

    /**
     * Returns the page: name, synopsis, description, options in the groups of the help text, commands, and the help text's footer.
     *
     * @return source for {@code man}, in the macros of man(7)
     */
    public String text() {
        CommandNode node = new CommandNode(List.of(), command);
        StringJoiner page = new StringJoiner("\n", "", "\n");
        page.add(".TH " + argument(name().toUpperCase(Locale.ROOT)) + " 1 \"\" "
                + argument(command.root().name() + " " + version) + " " + argument("User Commands"));
        page.add(".nh").add(".ad l");
        page.add(".SH NAME")
                .add(escape(name()) + " \\- " + escape(node.summary().replaceFirst("[.]$", "")));
        page.add(".SH SYNOPSIS");
        synopsis().forEach(page::add);
        description().forEach(page::add);
        section("PARAMETERS", positional(command.positionalParameters())).forEach(page::add);
        section("OPTIONS", options()).forEach(page::add);
        section("COMMANDS", node.children().stream().flatMap(ManPage::subcommand))
                .forEach(page::add);
        footer().forEach(page::add);
        section("SEE ALSO", seeAlso(node)).forEach(page::add);
        return page.toString();
    }

    private Stream<String> synopsis() {
        List<String> custom = CommandNode.lines(
                        Arrays.asList(command.usageMessage().customSynopsis()))
                .stream()
                .filter(line -> !line.isBlank())
                .toList();
        List<String> lines = custom.isEmpty() ? List.of(command.qualifiedName(" ") + " [OPTIONS]") : custom;
        return verbatim(lines);
    }

    private Stream<String> description() {
        List<String> lines =
                CommandNode.lines(Arrays.asList(command.usageMessage().description()));
        return section("DESCRIPTION", lines.stream().map(ManPage::textLine));
    }

    private static Stream<String> positional(List<PositionalParamSpec> parameters) {
        return parameters.stream()
                .filter(parameter -> !parameter.hidden())
                .flatMap(parameter -> item("\\fI" + escape(parameter.paramLabel()) + "\\fR", parameter));
    }

    private Stream<String> options() {
        Stream<OptionSpec> alone = command.options().stream().filter(option -> option.group() == null);
        return Stream.concat(command.argGroups().stream().flatMap(ManPage::group), alone.flatMap(ManPage::option));
    }

    private static Stream<String> group(ArgGroupSpec group) {
        String heading = group.heading() == null
                ? ""
                : String.join(" ", CommandNode.lines(List.of(group.heading())))
                        .strip()
                        .replaceFirst(":$", "");
        Stream<String> title = heading.isEmpty() ? Stream.empty() : Stream.of(".SS " + argument(heading));
        Stream<String> options = group.options().stream().flatMap(ManPage::option);
        Stream<String> below = group.subgroups().stream().flatMap(ManPage::group);
        return Stream.of(title, options, below).flatMap(lines -> lines);
    }

    private static Stream<String> option(OptionSpec option) {
        if (option.hidden()) {
            return Stream.empty();
        }
        String names = Arrays.stream(option.names())
                .map(name -> "\\fB" + escape(name) + "\\fR")
                .collect(Collectors.joining(", "));
        String value =
                ValueHint.of(option) instanceof ValueHint.None ? "" : " \\fI" + escape(option.paramLabel()) + "\\fR";
        return item(names + value, option);
    }

    private static Stream<String> item(String tag, ArgSpec argument) {
        return Stream.concat(
                Stream.of(".TP", tag),
                CommandNode.lines(Arrays.asList(argument.description())).stream()
                        .map(ManPage::textLine));
    }

    private static Stream<String> subcommand(CommandNode child) {
        return Stream.of(".TP", "\\fB" + escape(child.spec().name()) + "\\fR", textLine(child.summary()));
    }

    /** Returns the footer as it stands: a line that ends with a colon and begins a block is a heading. */
    private Stream<String> footer() {
        List<String> lines =
                CommandNode.lines(Arrays.asList(command.usageMessage().footer()));
        if (lines.isEmpty()) {
            return Stream.empty();
        }
        Stream.Builder<String> out = Stream.builder();
        out.add(".SH NOTES").add(".nf");
        for (int i = 0; i < lines.size(); i++) {
            boolean begins = i == 0 || lines.get(i - 1).isBlank();
            if (begins && lines.get(i).endsWith(":")) {
                out.add(".fi")
                        .add(".SS " + argument(lines.get(i).replaceFirst(":$", "")))
                        .add(".nf");
            } else if (!lines.get(i).isBlank()) {
                out.add(textLine(lines.get(i)));
            } else if (i > 0) {
                out.add(".sp");
            }
        }
        return out.add(".fi").build();
    }

    private Stream<String> seeAlso(CommandNode node) {
        Stream<String> above = command.parent() == null
                ? Stream.empty()
                : Stream.of(command.parent().qualifiedName("-"));
        Stream<String> below =
                node.children().stream().map(child -> child.spec().qualifiedName("-"));
        String pages = Stream.concat(above, below)
                .map(page -> "\\fB" + escape(page) + "\\fR(1)")
                .collect(Collectors.joining(", "));
        return pages.isEmpty() ? Stream.empty() : Stream.of(pages);
    }

    private static Stream<String> section(String title, Stream<String> lines) {
        List<String> content = lines.toList();
        return content.isEmpty()
                ? Stream.empty()
                : Stream.concat(Stream.of(".SH " + argument(title)), content.stream());
    }

    private static Stream<String> verbatim(List<String> lines) {
        return Stream.of(Stream.of(".nf"), lines.stream().map(ManPage::textLine), Stream.of(".fi"))
                .flatMap(part -> part);
    }

    /** Returns a line of text; a dot, an apostrophe or an empty line would otherwise be a request. */
    private static String textLine(String line) {
        if (line.isBlank()) {
            return ".PP";
        }
        return line.startsWith(".") ? "\\&" + escape(line) : escape(line);
    }

    private static String argument(String text) {
        return "\"" + escape(text).replace("\"", "\\(dq") + "\"";
    }

    private static String escape(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("~", "\\(ti")
                .replace("^", "\\(ha");
    }
}
