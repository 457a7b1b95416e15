package io.github.devicebatch.cli.command;

import io.github.devicebatch.cli.completion.BashCompletion;
import io.github.devicebatch.cli.completion.FishCompletion;
import io.github.devicebatch.cli.completion.PowerShellCompletion;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.StandardOutput;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The subcommand {@code completion}: prints a completion script. */
@Command(
        name = "completion",
        header = "Print the shell completion script.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch completion bash|zsh|fish|powershell%n",
        footer = {
            "",
            "Examples:",
            "  bash, zsh:   source <(devicebatch completion bash)",
            "  fish:        devicebatch completion fish | source",
            "  PowerShell:  devicebatch completion powershell | Out-String | Invoke-Expression"
        })
public final class CompletionCommand implements Callable<Integer> {

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Shell shell;

    public CompletionCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CommandSpec root = spec.root();
        String script = switch (shell) {
            case BASH, ZSH -> new BashCompletion(root).script();
            case FISH -> new FishCompletion(root).script();
            case POWERSHELL -> new PowerShellCompletion(root).script();
        };
        new StandardOutput(context.out()).text(script);
        return ExitCode.ANSWERED.number();
    }

    /** Value of {@code SHELL}. */
    public enum Shell {
        BASH,
        ZSH,
        FISH,
        POWERSHELL;

        /** Returns the word used on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
