package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.watch.BatchSurvey;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.options.ConnectionOptions;
import io.github.devicebatch.cli.options.OutputOptions;
import io.github.devicebatch.cli.options.ReferenceOptions;
import io.github.devicebatch.cli.output.StatusReport;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.GracefulShutdown;
import io.github.devicebatch.cli.terminal.LiveRegion;
import io.github.devicebatch.cli.terminal.Ticker;
import io.github.devicebatch.domain.AcceptedErrors;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.PartnerCenterBuilder;
import io.github.devicebatch.http.RetrySettings;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The subcommand {@code status}: sends one request per reference. */
@Command(
        name = "status",
        header = "Show the status of batches, and whether every device was registered.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch status [OPTIONS] [REF...]%n",
        sortOptions = false,
        footer = {
            "",
            "Exit codes; the worst of several, in the order 1 2 7 4 5 6 3 8 0:",
            "  0  a status was received for every REF",
            "  1  a bug",
            "  2  bad usage or configuration, or the request was rejected",
            "  3  a device failed or is unconfirmed (only with --exit-status)",
            "  4  not authenticated, or forbidden",
            "  5  not found",
            "  6  unavailable after up to 4 attempts: unreachable, throttled, failing; or",
            "     a proxy refuses the connection",
            "  7  unreadable response",
            "  8  still queued or processing (only with --exit-status)",
            "",
            "Progress goes to stderr: after a second on a terminal, updated in place;",
            "otherwise one line every 30 s. -q turns it off.",
            "",
            "Every option has an environment variable, such as DEVICEBATCH_REQUEST_TIMEOUT",
            "for --request-timeout. The option takes precedence; an authentication option",
            "takes precedence over the variables of all authentication methods. For the",
            "methods and what they need: devicebatch help login.",
            "A settings file has defaults and names of customers: devicebatch help config.",
            "",
            "Examples:",
            "  devicebatch status CUSTOMER/TRACKING --token-file token.txt",
            "  devicebatch status -c CUSTOMER TRACKING -o json --exit-status",
            "  devicebatch status - --failed -o csv < batches.txt > failed.csv"
        })
public final class StatusCommand implements Callable<Integer> {

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReferenceOptions references = new ReferenceOptions();

    @ArgGroup(validate = false, heading = "%nRequest:%n")
    private ConnectionOptions connection = new ConnectionOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n")
    private OutputOptions output = new OutputOptions();

    @ArgGroup(validate = false, heading = "%nExit status:%n")
    private ExitOptions exit = new ExitOptions();

    public StatusCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        AcceptedErrors accepted = output.acceptedErrors(context);
        BatchRequest request = BatchRequest.read(spec, connection, references, context);
        var region = new LiveRegion(context.err(), context.time());
        CliContext shown = isLive() ? context.with(region) : context;
        Messages messages = output.messages(shown);
        var unavailableText = new UnavailableText(context.clock());
        var resume = request.resumeCommand(spec, references, context);
        try (StatusReport report = output.report(shown)) {
            var runner = new StatusRunner(report, messages, exit.rule(), unavailableText, request.signIn(), resume);
            var progress = new StatusProgress(messages, unavailableText, context.pause());
            StatusView view = view(region, messages, runner, progress);
            return new GracefulShutdown(context.host().shutdown())
                    .run(() -> run(runner, request, progress, accepted, view), () -> {
                        view.close();
                        runner.interrupt();
                    })
                    .number();
        }
    }

    private boolean isLive() {
        return output.verbosity() != Messages.Verbosity.QUIET && context.supportsLiveRegion();
    }

    private StatusView view(LiveRegion region, Messages messages, StatusRunner runner, StatusProgress progress) {
        var content =
                new StatusView.Content(context.clock(), context.time().instant(), runner::progress, progress::outage);
        if (output.verbosity() == Messages.Verbosity.QUIET) {
            return new StatusView.Silent();
        }
        return isLive()
                ? new StatusView.Live(region, content, context.columns())
                : new StatusView.Log(messages, content);
    }

    private ExitCode run(
            StatusRunner runner,
            BatchRequest request,
            StatusProgress progress,
            AcceptedErrors accepted,
            StatusView view)
            throws InterruptedException {
        Ticker.Ticking ticking = context.host().ticker().every(StatusView.TICK_INTERVAL, view::tick);
        try (PartnerCenter partnerCenter = build(request.partnerCenter()
                .time(context.time(), progress, context.wallClock())
                .listener(progress))) {
            BatchStatusQuery query = new CircuitWaitingQuery(
                    partnerCenter.batchStatus(),
                    context.time(),
                    progress::pauseForCircuit,
                    RetrySettings.DEFAULT.questionTimeout());
            return runner.run(
                    BatchSurvey.of(query.accepting(accepted), connection.concurrency()),
                    request.batches(),
                    view::answered);
        } finally {
            ticking.stop();
            view.close();
        }
    }

    static PartnerCenter build(PartnerCenterBuilder builder) {
        try {
            return builder.build();
        } catch (IllegalStateException unusable) {
            throw UsageException.ofJavaSettings(unusable);
        }
    }

    /** Options about the exit code. */
    static final class ExitOptions {

        @Option(names = "--exit-status", description = "Exit with 3 or 8 unless every device was registered.")
        private boolean exitStatus;

        Function<BatchStatusAnswer, ExitCode> rule() {
            return exitStatus ? ExitCode::ofOutcome : ExitCode::of;
        }
    }
}
