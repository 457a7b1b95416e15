package io.github.devicebatch.cli.command;

import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.StandardOutput;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the script by which a shell completes commands and options. */
@Command(
        name = "completion",
        header = "Print the script by which your shell completes devicebatch.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch completion bash|zsh%n",
        footer = {"", "Examples:", "  source <(devicebatch completion bash)", "  source <(devicebatch completion zsh)"})
public final class CompletionCommand implements Callable<Integer> {

    private final CliContext surroundings;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Shell shell;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    public CompletionCommand(CliContext surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("devicebatch", spec.root().commandLine());
        new StandardOutput(surroundings.out()).text(shell.preamble() + script);
        return ExitCode.ANSWERED.number();
    }

    /** A shell that the completion script is for. */
    public enum Shell {
        BASH,
        ZSH;

        /** Gives what comes before the script that both understand. */
        String preamble() {
            return switch (this) {
                case BASH -> "";
                case ZSH -> "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";
            };
        }

        /** Gives the word as it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
