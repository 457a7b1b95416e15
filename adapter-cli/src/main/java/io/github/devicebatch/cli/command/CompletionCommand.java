package io.github.devicebatch.cli.command;

import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.StandardOutput;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The subcommand {@code completion}: prints a completion script. */
@Command(
        name = "completion",
        header = "Print the shell completion script.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch completion bash|zsh%n",
        footer = {"", "Examples:", "  source <(devicebatch completion bash)", "  source <(devicebatch completion zsh)"})
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
        String script = switch (shell) {
            // picocli's script works in both: in zsh it enables bash completion
            case BASH, ZSH -> AutoComplete.bash("devicebatch", spec.root().commandLine());
        };
        new StandardOutput(context.out()).text(script);
        return ExitCode.ANSWERED.number();
    }

    /** Value of {@code SHELL}. */
    public enum Shell {
        BASH,
        ZSH;

        /** Returns the word used on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
