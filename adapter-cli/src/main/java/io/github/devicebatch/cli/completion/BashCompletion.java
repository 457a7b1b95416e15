package io.github.devicebatch.cli.completion;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The completion script of a command for the shells bash, version 3.2 or newer, and zsh.
 *
 * @param command the root command
 */
public record BashCompletion(CommandSpec command) {

    private static final String ANY_TEXT = "_no_files";

    /** Checks that there is a command. */
    public BashCompletion {
        Objects.requireNonNull(command, "command");
    }

    /**
     * Returns the script: subcommands, options, the words that options and parameters accept, and the names of customers, which are
     * read from the settings file at each completion.
     *
     * @return lines for {@code source}, or for a file in a folder of bash completions; in zsh, the function for the command is named
     *     like it, with an underscore before
     */
    public String script() {
        List<CommandNode> nodes = CommandNode.root(command).tree();
        StringJoiner script = new StringJoiner("\n", "", "\n");
        script.add("# completion for " + command.name() + " in bash and zsh");
        Stream.of(zsh(), customers(), reply(), functions(nodes))
                .flatMap(lines -> lines)
                .forEach(script::add);
        return script.add("[ -z \"${BASH_VERSION-}\" ] || complete -F _complete" + name() + " -o default "
                        + command.name())
                .toString();
    }

    /** Returns the function that completes in zsh, by the function for bash. No space follows a slash. */
    private Stream<String> zsh() {
        return Stream.of(
                "if [ -n \"${ZSH_VERSION-}\" ]; then",
                "  type compdef >/dev/null 2>&1 || { autoload -Uz compinit && compinit; }",
                "  " + name() + "() {",
                "    local -a COMP_WORDS COMPREPLY",
                "    local candidate COMP_CWORD=$((CURRENT - 1)) " + name() + "_files=yes",
                "    COMP_WORDS=(\"${words[@]}\")",
                "    _complete" + name(),
                "    for candidate in \"${COMPREPLY[@]}\"; do",
                "      case $candidate in */) compadd -S '' -- \"$candidate\" ;; *) compadd -- \"$candidate\" ;; esac",
                "    done",
                "    [ -z \"$" + name() + "_files\" ] || _files",
                "  }",
                "  compdef " + name() + " " + command.name(),
                "fi");
    }

    /** Returns the function that prints the names of customers in the settings file. */
    private Stream<String> customers() {
        SettingsPlace place = new SettingsPlace(command.name());
        return Stream.of(
                name() + "_customers() {",
                "  local file=${" + place.variable() + "-} folder=${XDG_CONFIG_HOME-}",
                "  case $folder in /*) ;; *) folder=$HOME/.config ;; esac",
                "  case ${OSTYPE-} in",
                "    darwin*) folder=\"$HOME/Library/Application Support\" ;;",
                "    msys* | cygwin*) folder=${APPDATA-} ;;",
                "  esac",
                "  file=${file:-$folder/" + place.file() + "}",
                "  [ ! -r \"$file\" ] || LC_ALL=C sed -n 's/^[[:space:]]*customer\\.\\([^[:space:]=:\\\\]\\{1,\\}\\).*/\\1/p' \"$file\"",
                "}");
    }

    /** Returns the functions that offer words, customers with a text behind, and no file names. */
    private Stream<String> reply() {
        return Stream.of(
                name() + "_reply() {",
                "  local candidate",
                "  for candidate in \"$@\"; do",
                "    case $candidate in \"$word\"*) COMPREPLY+=(\"$before$candidate\") ;; esac",
                "  done",
                "}",
                name() + "_reply_customers() {",
                "  local customer",
                "  while IFS= read -r customer; do",
                "    [ -z \"$customer\" ] || " + name() + "_reply \"$customer$1\"",
                "  done <<END",
                "$(" + name() + "_customers)",
                "END",
                "}",
                name() + ANY_TEXT + "() {",
                "  " + name() + "_files=",
                "  ! type compopt >/dev/null 2>&1 || compopt +o default",
                "}",
                name() + "_no_space() {",
                "  ! type compopt >/dev/null 2>&1 || compopt -o nospace",
                "}");
    }

    /** Returns the function that completes: the option before the cursor decides, else the command that the words lead to. */
    private Stream<String> functions(List<CommandNode> nodes) {
        String paths = nodes.stream()
                .filter(node -> !node.path().isEmpty())
                .map(node -> quote(node.slashedPath()))
                .collect(Collectors.joining(" | "));
        Stream<String> begin = Stream.of(
                "_complete" + name() + "() {",
                "  [ -z \"${ZSH_VERSION-}\" ] || emulate -L ksh",
                "  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} before= level= i",
                "  COMPREPLY=()",
                "  for ((i = 1; i < COMP_CWORD; i++)); do",
                "    case $level/${COMP_WORDS[i]} in",
                "      " + paths + ") level=$level/${COMP_WORDS[i]} ;;",
                "    esac",
                "  done",
                "  case $word in",
                "    '=') word= ;; # bash takes = for a word",
                "    --*=*) before=${word%%=*}= previous=${word%%=*} word=${word#*=} ;; # zsh does not",
                "    *) if [ \"$previous\" = '=' ]; then previous=${COMP_WORDS[COMP_CWORD - 2]}; fi ;;",
                "  esac",
                "  case $level:$previous in");
        Stream<String> values = nodes.stream().flatMap(this::values);
        Stream<String> middle = Stream.of("  esac", "  case $level:$word in");
        Stream<String> words = nodes.stream().flatMap(this::words);
        return Stream.of(begin, values, middle, words, Stream.of("  esac", "}")).flatMap(lines -> lines);
    }

    /** Returns a branch for each option that takes a value. */
    private Stream<String> values(CommandNode node) {
        return node.options().stream()
                .filter(option -> !(ValueHint.of(option) instanceof ValueHint.None))
                .map(option -> "    " + pattern(node, option) + ") " + value(ValueHint.of(option)) + "return ;;");
    }

    private static String pattern(CommandNode node, OptionSpec option) {
        return Arrays.stream(option.names())
                .map(name -> quote(node.slashedPath() + ":" + name))
                .collect(Collectors.joining(" | "));
    }

    private String value(ValueHint hint) {
        return switch (hint) {
            case ValueHint.None none -> "";
            case ValueHint.Words words -> call(ANY_TEXT) + reply(words.all());
            case ValueHint.FileName file -> "";
            case ValueHint.CustomerName customer -> call(ANY_TEXT) + call("_reply_customers");
            case ValueHint.Reference reference -> references();
            case ValueHint.AnyText text -> call(ANY_TEXT);
        };
    }

    /** Returns two branches: for the options, and for everything else. */
    private Stream<String> words(CommandNode node) {
        List<String> options = node.options().stream()
                .flatMap(option -> Arrays.stream(option.names()))
                .toList();
        List<String> others = Stream.concat(
                        node.children().stream().map(child -> child.spec().name()), node.positionalWords().stream())
                .toList();
        String path = quote(node.slashedPath());
        return Stream.of(
                "    " + path + ":-*) " + call(ANY_TEXT) + reply(options) + ";;",
                "    " + path + ":*) " + positional(node) + reply(others) + ";;");
    }

    private String positional(CommandNode node) {
        if (node.takes(ValueHint.Reference.class)) {
            return references();
        }
        return node.takes(ValueHint.FileName.class) ? "" : call(ANY_TEXT);
    }

    private String references() {
        return call(ANY_TEXT) + call("_no_space") + call("_reply_customers /");
    }

    private String reply(Collection<String> words) {
        return call(words.stream().map(BashCompletion::quote).collect(Collectors.joining(" ", "_reply ", "")));
    }

    private String call(String function) {
        return name() + function + "; ";
    }

    private String name() {
        return "_" + command.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
