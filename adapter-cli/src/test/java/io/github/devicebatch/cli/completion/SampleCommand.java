package io.github.devicebatch.cli.completion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command tree with each kind of value, text that shells and roff give a meaning, and a command below a subcommand. */
final class SampleCommand {

    enum Format {
        TABLE,
        JSON
    }

    private SampleCommand() {}

    static CommandSpec create() {
        CommandSpec root = named("sample", "Shows a sample.");
        root.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        CommandSpec config = named("config", "Show settings.");
        CommandSpec get = named("get", "Print one setting.");
        get.addPositional(PositionalParamSpec.builder()
                .paramLabel("REF")
                .type(String.class)
                .description("A batch.")
                .build());
        config.addSubcommand("get", get);
        CommandSpec hidden = named("internal", "Not for users.");
        hidden.usageMessage().hidden(true);
        root.addSubcommand("show", show());
        root.addSubcommand("config", config);
        root.addSubcommand("internal", hidden);
        return root;
    }

    static CommandSpec show() {
        CommandSpec show = named("show", "Show the user's items.");
        show.usageMessage()
                .customSynopsis("sample show [OPTIONS] CODE%n")
                .description("Reads items.", ".Not a request: 100%%.")
                .footer("", "Examples:", "  sample show 808 -o json", "", "A path is C:\\items, a code isn't.");
        show.addArgGroup(ArgGroupSpec.builder()
                .validate(false)
                .heading("%nOutput:%n")
                .addArg(OptionSpec.builder("-o", "--output")
                        .type(Format.class)
                        .paramLabel("FORMAT")
                        .description("One of: ${COMPLETION-CANDIDATES}. Default: table.")
                        .build())
                .build());
        show.addOption(OptionSpec.builder("--from")
                .type(Path.class)
                .paramLabel("UPLOAD")
                .description("Read it.")
                .build());
        show.addOption(OptionSpec.builder("--token-file")
                .type(String.class)
                .paramLabel("FILE")
                .description("Read a token.")
                .build());
        show.addOption(OptionSpec.builder("--locale")
                .type(String.class)
                .paramLabel("TAG")
                .description("Language.")
                .build());
        show.addOption(OptionSpec.builder("-c", "--customer")
                .type(String.class)
                .paramLabel("CUSTOMER")
                .description("Whose.")
                .build());
        show.addOption(
                OptionSpec.builder("--secret").hidden(true).type(String.class).build());
        show.addPositional(PositionalParamSpec.builder()
                .paramLabel("CODE")
                .type(String.class)
                .arity("0..1")
                .completionCandidates(new ArrayList<>(List.of("808", "two words", "it's")))
                .description("An error's code.")
                .build());
        return show;
    }

    private static CommandSpec named(String name, String header) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().header(header);
        return spec;
    }
}
