package io.github.devicebatch.cli.completion;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The completion script of a command for PowerShell, version 5.1 or newer.
 *
 * @param command the root command
 */
public record PowerShellCompletion(CommandSpec command) {

    private static final String REFERENCES = "@($customers | ForEach-Object { \"$_/\" })";

    private static final List<String> SEARCH = List.of(
            "    param($wordToComplete, $commandAst, $cursorPosition)",
            "    $path = ''",
            "    $last = ''",
            "    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {",
            "        if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete -ne '') { break }",
            "        $last = $element.Extent.Text",
            "        if ($commands.ContainsKey(\"$path/$last\")) { $path = \"$path/$last\" }",
            "    }",
            "    $found = @($commands[$path])",
            "    $values = $commands[$path] | Where-Object { $_.Names -ccontains $last -and $_.Takes }",
            "    if ($values) { $found = @($values.Words | ForEach-Object { @{ Names = @($_); Text = $_ } }) }",
            "    foreach ($entry in $found) {",
            "        foreach ($name in $entry.Names) {",
            "            if ($name.StartsWith($wordToComplete, [System.StringComparison]::Ordinal)) {",
            "                $quoted = if ($name -match '^[\\w./:@-]+$') { $name } else { \"'\" + $name.Replace(\"'\", \"''\") + \"'\" }",
            "                [System.Management.Automation.CompletionResult]::new($quoted, $name, 'ParameterValue', $entry.Text)",
            "            }",
            "        }",
            "    }");

    /** Checks that there is a command. */
    public PowerShellCompletion {
        Objects.requireNonNull(command, "command");
    }

    /**
     * Returns the script: it registers a native argument completer for the command and for its {@code .cmd} launcher. Where an
     * option takes a file or any text, PowerShell completes file names by itself.
     *
     * @return lines for a PowerShell profile
     */
    public String script() {
        StringJoiner script = new StringJoiner("\n", "", "\n");
        script.add("# PowerShell completion for " + command.name());
        script.add("Register-ArgumentCompleter -Native -CommandName " + quote(command.name()) + ", "
                + quote(command.name() + ".cmd") + " -ScriptBlock {");
        SEARCH.stream().limit(1).forEach(script::add);
        customers().forEach(script::add);
        script.add("    $commands = [System.Collections.Hashtable]::new([System.StringComparer]::Ordinal)");
        CommandNode.root(command).tree().stream()
                .flatMap(PowerShellCompletion::lines)
                .forEach(script::add);
        SEARCH.stream().skip(1).forEach(script::add);
        return script.add("}").toString();
    }

    /** Returns the lines that read the names of customers from the settings file. */
    private Stream<String> customers() {
        SettingsPlace place = new SettingsPlace(command.name());
        String file = quote(place.file());
        return Stream.of(
                "    $folder = $env:APPDATA",
                "    if ($IsLinux) { $folder = if (\"$env:XDG_CONFIG_HOME\".StartsWith('/')) { $env:XDG_CONFIG_HOME } else { \"$HOME/.config\" } }",
                "    if ($IsMacOS) { $folder = \"$HOME/Library/Application Support\" }",
                "    $file = if ($env:" + place.variable() + ") { $env:" + place.variable()
                        + " } else { \"$folder/\" + " + file + " }",
                "    $customers = @()",
                "    if (Test-Path -LiteralPath $file -PathType Leaf) {",
                "        $customers = @(Get-Content -LiteralPath $file -Encoding UTF8 | ForEach-Object {",
                "            if ($_ -match '^\\s*customer\\.([^\\s=:\\\\]+)') { $Matches[1] }",
                "        })",
                "    }");
    }

    private static Stream<String> lines(CommandNode node) {
        Stream<String> children = node.children().stream()
                .map(child -> entry(List.of(child.spec().name()), "$false", List.of(), child.summary()));
        Stream<String> words =
                node.positionalWords().stream().map(word -> entry(List.of(word), "$false", List.of(), word));
        Stream<String> options = node.options().stream().map(PowerShellCompletion::option);
        Stream<String> references = node.takes(ValueHint.Reference.class)
                ? Stream.of(entry(REFERENCES, "$false", "@()", "customer"))
                : Stream.empty();
        Stream<String> entries = Stream.of(children, words, references, options).flatMap(lines -> lines);
        return Stream.of(
                        Stream.of("    $commands[" + quote(node.slashedPath()) + "] = @("),
                        entries.map(line -> "        " + line),
                        Stream.of("    )"))
                .flatMap(lines -> lines);
    }

    private static String option(OptionSpec option) {
        List<String> names = Arrays.asList(option.names());
        String text = CommandNode.summary(option);
        return switch (ValueHint.of(option)) {
            case ValueHint.None none -> entry(names, "$false", List.of(), text);
            case ValueHint.Words words -> entry(names, "$true", words.all(), text);
            case ValueHint.FileName file -> entry(names, "$true", List.of(), text);
            case ValueHint.CustomerName customer -> entry(list(names), "$true", "$customers", text);
            case ValueHint.Reference reference -> entry(list(names), "$true", REFERENCES, text);
            case ValueHint.AnyText any -> entry(names, "$true", List.of(), text);
        };
    }

    private static String entry(List<String> names, String takes, List<String> values, String text) {
        return entry(list(names), takes, list(values), text.isEmpty() ? names.getFirst() : text);
    }

    private static String entry(String names, String takes, String values, String text) {
        return "@{ Names = " + names + "; Takes = " + takes + "; Words = " + values + "; Text = " + quote(text) + " }";
    }

    private static String list(List<String> words) {
        return words.stream().map(PowerShellCompletion::quote).collect(Collectors.joining(", ", "@(", ")"));
    }

    /** Returns a verbatim string, in which PowerShell takes {@code ''} as a quotation mark, and typographic ones alike. */
    private static String quote(String text) {
        return "'" + text.replaceAll("(['\u2018\u2019\u201a\u201b])", "$1$1") + "'";
    }
}
