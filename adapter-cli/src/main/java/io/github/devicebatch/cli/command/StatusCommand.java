package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.watch.BatchSurvey;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.options.ConnectionOptions;
import io.github.devicebatch.cli.options.OutputOptions;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.GracefulShutdown;
import io.github.devicebatch.http.PartnerCenter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks where batches stand: one question per reference. */
@Command(
        name = "status",
        header = "Tell where each batch stands, and whether every device got in.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch status [OPTIONS] REF...%n",
        sortOptions = false,
        footer = {
            "",
            "Exit codes, of several the worst in the order 1 2 7 4 5 6 3 8 0:",
            "  0  every REF was answered",
            "  1  a bug",
            "  2  bad usage or configuration, or the service rejects the request",
            "  3  a device failed or is unconfirmed (only with --exit-status)",
            "  4  not authenticated, or forbidden",
            "  5  not found",
            "  6  unavailable, after up to 4 attempts: unreachable, throttled, failing",
            "  7  an answer that cannot be understood",
            "  8  still queued or processing (only with --exit-status)",
            "",
            "Every option has a variable, and wins over it: --request-timeout over",
            "DEVICEBATCH_REQUEST_TIMEOUT. One that says how to sign in wins over the",
            "variables of all such ways. Which way, and how to get what it needs:",
            "devicebatch help login.",
            "",
            "Examples:",
            "  devicebatch status CUSTOMER/TRACKING --token-file token.txt",
            "  devicebatch status -c CUSTOMER TRACKING -o json --exit-status",
            "  devicebatch status - --failed -o csv < batches.txt > failed.csv"
        })
public final class StatusCommand implements Callable<Integer> {

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

    @ArgGroup(validate = false, heading = "%nAsking:%n")
    private ConnectionOptions asking = new ConnectionOptions();

    @ArgGroup(validate = false, heading = "%nMany batches:%n")
    private ConnectionOptions.ManyOptions many = new ConnectionOptions.ManyOptions();

    @ArgGroup(validate = false, heading = "%nShowing:%n")
    private OutputOptions showing = new OutputOptions();

    @ArgGroup(validate = false, heading = "%nEnding:%n")
    private EndingOptions ending = new EndingOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    public StatusCommand(CliContext surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        BatchRequest prepared = BatchRequest.from(spec, asking, references, surroundings);
        Messages messages = showing.messages(surroundings);
        var words = new UnavailableText(surroundings.clock());
        var questions = new StatusRunner(showing.report(surroundings), messages, ending.exitRule(), words);
        var progress = new StatusProgress(messages, words, surroundings.pause());
        return new GracefulShutdown(surroundings.host().shutdown())
                .run(() -> ask(questions, prepared, progress), questions::stop)
                .number();
    }

    private ExitCode ask(StatusRunner questions, BatchRequest prepared, StatusProgress progress)
            throws InterruptedException {
        try (PartnerCenter partnerCenter = prepared.partnerCenter()
                .time(surroundings.time(), progress)
                .listener(progress)
                .build()) {
            return questions.ask(BatchSurvey.of(partnerCenter.batchStatus(), many.concurrency()), prepared.batches());
        }
    }

    /** The option that says what {@code status} calls success. */
    static final class EndingOptions {

        @Option(names = "--exit-status", description = "Exit with 3 or 8 unless every device got in.")
        private boolean exitStatus;

        Function<BatchStatusAnswer, ExitCode> exitRule() {
            return exitStatus ? ExitCode::ofOutcome : ExitCode::of;
        }
    }
}
