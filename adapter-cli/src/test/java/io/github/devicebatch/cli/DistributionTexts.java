package io.github.devicebatch.cli;

import io.github.devicebatch.cli.completion.BashCompletion;
import io.github.devicebatch.cli.completion.FishCompletion;
import io.github.devicebatch.cli.completion.ManPage;
import io.github.devicebatch.cli.completion.PowerShellCompletion;
import io.github.devicebatch.cli.terminal.CliContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A program: writes the manual pages and the completion scripts of the command, for the profile {@code dist}. */
final class DistributionTexts {

    private static final String NAME = "devicebatch";

    private DistributionTexts() {}

    /** Takes the folder to write: it gets {@code man1} and {@code completions}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        CommandLine command = new CommandLineFactory(CliContext.ofThisProcess()).create();
        writePages(command.getCommandSpec(), Files.createDirectories(folder.resolve("man1")));
        Path completions = Files.createDirectories(folder.resolve("completions"));
        String bash = new BashCompletion(command.getCommandSpec()).script();
        Files.writeString(completions.resolve("devicebatch.bash"), bash);
        Files.writeString(completions.resolve("_devicebatch"), zsh(bash));
        Files.writeString(
                completions.resolve("devicebatch.fish"), new FishCompletion(command.getCommandSpec()).script());
        Files.writeString(
                completions.resolve("devicebatch.ps1"), new PowerShellCompletion(command.getCommandSpec()).script());
    }

    private static void writePages(CommandSpec command, Path folder) throws IOException {
        ManPage page = new ManPage(command, VersionProvider.number());
        Files.writeString(folder.resolve(page.name() + ".1"), page.text());
        for (CommandLine child : command.subcommands().values()) {
            writePages(child.getCommandSpec(), folder);
        }
    }

    /** Returns an autoload function for zsh: its first call defines the function, and then completes the same word. */
    private static String zsh(String script) {
        return "#compdef " + NAME + "\n" + script + "\n_" + NAME + " \"$@\"\n";
    }
}
