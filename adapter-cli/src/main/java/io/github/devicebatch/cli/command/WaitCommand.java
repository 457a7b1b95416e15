package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.cli.options.ConnectionOptions;
import io.github.devicebatch.cli.options.OriginalArguments;
import io.github.devicebatch.cli.options.OutputOptions;
import io.github.devicebatch.cli.options.References;
import io.github.devicebatch.cli.options.WaitOptions;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.wait.ResumeCommand;
import io.github.devicebatch.cli.wait.WaitRunner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks about batches until each is final. */
@Command(
        name = "wait",
        header = "Wait until each batch is over; tell whether every device got in.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch wait [OPTIONS] REF...%n",
        sortOptions = false,
        footer = {
            "",
            "Exit codes, of several the worst in the order 1 2 7 4 5 3 124 0:",
            "  0    every device of every batch got in",
            "  1    a bug",
            "  2    bad usage or configuration, or the service rejects the request",
            "  3    a batch is over, but a device failed or is unconfirmed",
            "  4    not authenticated, or forbidden",
            "  5    not found",
            "  7    answers that cannot be understood, three in a row",
            "  124  --timeout has passed; the batches go on by themselves",
            "  130, 143 interrupted, terminated: says where it stood, and how to go on",
            "",
            "A service that is down or throttles ends nothing: asking goes on, politely,",
            "until --timeout. Progress goes to standard error: in place on a terminal,",
            "else a line for each change, and one a minute. -q leaves it out.",
            "",
            "Every option has a variable, and wins over it: --max-interval over",
            "DEVICEBATCH_MAX_INTERVAL. One that says how to sign in wins over the",
            "variables of all such ways. Which way, and how to get what it needs:",
            "devicebatch help login.",
            "",
            "Examples:",
            "  devicebatch wait CUSTOMER/TRACKING --token-file token.txt",
            "  devicebatch wait - --timeout none -o jsonl < batches.txt > events.jsonl",
            "  devicebatch wait -c CUSTOMER TRACKING --not-found-grace 2m --fail-fast"
        })
public final class WaitCommand implements Callable<Integer> {

    private final CliContext surroundings;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "REF",
            arity = "1..*",
            description = {
                "Which batch: customer/tracking, the Location of its upload, a URL, or a tracking id with --customer.",
                "- reads one a line from standard input, passing over blank lines and those that begin with #."
            })
    private List<String> references = List.of();

    @ArgGroup(validate = false, heading = "%nWaiting:%n")
    private WaitOptions waiting = new WaitOptions();

    @ArgGroup(validate = false, heading = "%nAsking:%n")
    private ConnectionOptions asking = new ConnectionOptions();

    @ArgGroup(validate = false, heading = "%nMany batches:%n")
    private ConnectionOptions.ManyOptions many = new ConnectionOptions.ManyOptions();

    @ArgGroup(validate = false, heading = "%nShowing:%n")
    private OutputOptions showing = new OutputOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    public WaitCommand(CliContext surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        WatchSettings settings = waiting.settings(many.concurrency());
        BatchRequest prepared = BatchRequest.from(spec, asking, references, surroundings);
        ResumeCommand again = takeUpAgain();
        WaitRunner wait = new WaitRunner(
                prepared.batches(),
                prepared.partnerCenter(),
                settings,
                waiting.failFast(),
                showing,
                again,
                surroundings);
        return wait.run().number();
    }

    private ResumeCommand takeUpAgain() {
        boolean listed = references.equals(List.of(References.STANDARD_INPUT));
        return new ResumeCommand(
                surroundings.command(),
                OriginalArguments.of(spec.commandLine().getParseResult()),
                listed ? surroundings.host().inputFile().get() : Optional.empty(),
                BatchRequest.signIn(spec, surroundings).readsStandardInput());
    }
}
