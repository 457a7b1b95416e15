package io.github.devicebatch.cli.command;

import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.options.CustomerNames;
import io.github.devicebatch.cli.options.SettingsFile;
import io.github.devicebatch.cli.output.table.TextTable;
import io.github.devicebatch.cli.signin.SignInSetting;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** The subcommand {@code config}: shows each setting and where it comes from. */
@Command(
        name = "config",
        header = "Show the settings in effect and where each comes from.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch config%n",
        description = {
            "An option takes precedence over its variable, and that over the settings file.",
            "Secrets are not shown."
        },
        optionListHeading = "%n",
        footer = {
            "",
            "The settings file is the one that DEVICEBATCH_CONFIG names, else",
            "  Linux    $XDG_CONFIG_HOME/devicebatch/config.properties, where",
            "           XDG_CONFIG_HOME is ~/.config if it is not set",
            "  macOS    ~/Library/Application Support/devicebatch/config.properties",
            "  Windows  %%APPDATA%%\\devicebatch\\config.properties",
            "",
            "It has one line for each setting, and names for customers:",
            "  rate = 2/s",
            "  token-file = /home/me/token.txt",
            "  customer.contoso = 47021739-3426-40bf-9601-61b4b6d7c793",
            "",
            "Then: devicebatch status -c contoso TRACKING",
            "  or: devicebatch status contoso/TRACKING"
        })
public final class ConfigCommand implements Callable<Integer> {

    private static final Pattern DEFAULT = Pattern.compile("Default: (.*?)\\.?$");
    private static final String MASK = "********";
    private static final int MAX_LENGTH = 200;

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    public ConfigCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        StandardOutput output = new StandardOutput(context.out());
        output.line("settings file: " + file());
        List<Setting> settings = settings();
        List<Setting> given = settings.stream()
                .filter(setting -> setting.source().isPresent())
                .toList();
        if (!given.isEmpty()) {
            TextTable table = new TextTable("SETTING", "VALUE", "FROM");
            given.forEach(setting ->
                    table.row(setting.name(), setting.value(), setting.source().orElseThrow()));
            write(table, output);
        }
        TextTable defaults = new TextTable("SETTING", "DEFAULT");
        settings.stream()
                .filter(setting -> setting.source().isEmpty())
                .forEach(setting -> defaults.row(setting.name(), setting.value()));
        write(defaults, output);
        return ExitCode.ANSWERED.number();
    }

    private String file() {
        EnvironmentVariables environment = context.environment();
        return SettingsFile.of(environment, context.properties())
                .map(file -> file.path() + (environment.settingsFile().isEmpty() ? " (there is none)" : ""))
                .orElse("none");
    }

    private void write(TextTable table, StandardOutput output) {
        output.line("");
        table.lines(context.outputColumns(), List.of()).forEach(output::line);
    }

    private List<Setting> settings() {
        EnvironmentVariables environment = context.environment();
        List<Setting> settings = new ArrayList<>();
        environment.settings().forEach((key, value) -> {
            if (key.startsWith(CustomerNames.PREFIX)) {
                settings.add(new Setting(key, shown(value), Optional.of(environment.settingsFile())));
            }
        });
        options().forEach((name, option) -> settings.add(setting(name, option)));
        String token = SignInSetting.TOKEN.variable();
        environment.variable(token).ifPresent(value -> settings.add(new Setting("token", MASK, Optional.of(token))));
        return settings;
    }

    private Setting setting(String name, OptionSpec option) {
        String variable = EnvironmentVariables.variableOf(name);
        return context.environment()
                .get(variable)
                .map(value -> new Setting(
                        name,
                        EnvironmentVariables.SECRET.contains(variable) ? MASK : shown(value),
                        Optional.of(source(variable))))
                .orElseGet(() -> new Setting(name, defaultOf(option), Optional.empty()));
    }

    private String source(String variable) {
        EnvironmentVariables environment = context.environment();
        return environment.variable(variable).isPresent() ? variable : environment.settingsFile();
    }

    private Map<String, OptionSpec> options() {
        Map<String, OptionSpec> options = new TreeMap<>();
        for (CommandLine command : spec.root().commandLine().getSubcommands().values()) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (!option.usageHelp() && !option.versionHelp()) {
                    options.putIfAbsent(option.longestName().replaceFirst("^-+", ""), option);
                }
            }
        }
        return options;
    }

    /** Returns the default as the help has it. */
    private static String defaultOf(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "no";
        }
        Matcher matcher = DEFAULT.matcher(String.join(" ", option.description()));
        return matcher.find() ? matcher.group(1) : "-";
    }

    private static String shown(String value) {
        return Excerpt.ofBothEnds(value, MAX_LENGTH).text();
    }

    /**
     * A setting in effect.
     *
     * @param source where the value comes from; empty if it is the default
     */
    private record Setting(String name, String value, Optional<String> source) {}
}
