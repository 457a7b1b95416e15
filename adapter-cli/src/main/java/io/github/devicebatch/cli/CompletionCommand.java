package io.github.devicebatch.cli;

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
final class CompletionCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private CompletionShell shell;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("devicebatch", spec.root().commandLine());
        new Output(surroundings.out()).text(shell.preamble() + script);
        return ExitCode.ANSWERED.number();
    }
}
