package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.cli.options.ConnectionOptions;
import io.github.devicebatch.cli.options.OutputOptions;
import io.github.devicebatch.cli.options.ReferenceOptions;
import io.github.devicebatch.cli.options.WaitOptions;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.wait.WaitRunner;
import io.github.devicebatch.domain.AcceptedErrors;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The subcommand {@code wait}: polls batches until each is final. */
@Command(
        name = "wait",
        header = "Wait until batches are processed, and show whether every device was registered.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch wait [OPTIONS] [REF...]%n",
        sortOptions = false,
        footer = {
            "",
            "Exit codes; the worst of several, in the order 1 2 7 4 5 6 3 124 0:",
            "  0    every device of every batch was registered",
            "  1    a bug",
            "  2    bad usage or configuration, or a request was rejected",
            "  3    a device of a finished batch failed or is unconfirmed",
            "  4    not authenticated, or forbidden",
            "  5    not found",
            "  6    a proxy refuses the connection",
            "  7    unreadable responses, three in a row",
            "  124  timed out after --timeout; the service still processes the batches",
            "  130, 143 interrupted, terminated; prints the last status and how to resume",
            "",
            "While the service is unavailable or throttles, polling continues with backoff",
            "until --timeout. Progress goes to stderr: updated in place on a terminal,",
            "otherwise one line for each change and every 30 s. -q turns it off.",
            "",
            "Every option has an environment variable, such as DEVICEBATCH_MAX_INTERVAL",
            "for --max-interval. The option takes precedence; an authentication option",
            "takes precedence over the variables of all authentication methods. For the",
            "methods and what they need: devicebatch help login.",
            "A settings file has defaults and names of customers: devicebatch help config.",
            "",
            "Examples:",
            "  devicebatch wait CUSTOMER/TRACKING --token-file token.txt",
            "  devicebatch wait - --timeout none -o jsonl < batches.txt > events.jsonl",
            "  devicebatch wait -c CUSTOMER TRACKING --not-found-grace 2m --fail-fast"
        })
public final class WaitCommand implements Callable<Integer> {

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReferenceOptions references = new ReferenceOptions();

    @ArgGroup(validate = false, heading = "%nPolling:%n")
    private WaitOptions polling = new WaitOptions();

    @ArgGroup(validate = false, heading = "%nRequest:%n")
    private ConnectionOptions connection = new ConnectionOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n")
    private OutputOptions output = new OutputOptions();

    public WaitCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        WatchSettings settings = polling.settings(connection.concurrency());
        AcceptedErrors accepted = output.acceptedErrors(context);
        BatchRequest request = BatchRequest.read(spec, connection, references, context);
        return new WaitRunner(
                        request.batches(),
                        request.partnerCenter(),
                        request.signIn(),
                        settings,
                        polling.failFast(),
                        query -> request.waitingForToken(query).accepting(accepted),
                        output,
                        request.resumeCommand(spec, references, context),
                        context)
                .run()
                .number();
    }
}
