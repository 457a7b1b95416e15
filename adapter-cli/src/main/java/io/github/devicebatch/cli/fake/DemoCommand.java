package io.github.devicebatch.cli.fake;

import io.github.devicebatch.application.watch.BatchWatch;
import io.github.devicebatch.application.watch.PollingSchedule;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.BatchText;
import io.github.devicebatch.cli.output.WordWrap;
import io.github.devicebatch.cli.output.table.DeviceErrorText;
import io.github.devicebatch.cli.output.table.TableReport;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.ColorPolicy;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The subcommand {@code demo}: polls a fake Partner Center inside this process, without account or configuration. */
@Command(
        name = "demo",
        header = "Show the main features with a fake Partner Center; works offline.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch demo%n",
        optionListHeading = "%n",
        description = "Takes about 10 seconds. No data leaves this machine.")
public final class DemoCommand implements Callable<Integer> {

    private static final int WIDTH = 80;
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final WatchSettings WATCH =
            WatchSettings.DEFAULT.withSchedule(new PollingSchedule(INTERVAL, 1, INTERVAL, 0));

    private final CliContext context;

    public DemoCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        StandardOutput output = new StandardOutput(context.out());
        paragraph(
                output,
                "This is a demo with a fake Partner Center inside this process and a fake access token;"
                        + " no data leaves this machine.");
        try (FakePartnerCenter fake = FakePartnerCenter.start(context.time());
                PartnerCenter partnerCenter = partnerCenter(fake)) {
            DemoTimeline.play(fake.timeline(Batches.REFERENCE));
            paragraph(
                    output,
                    "Polling " + fake.baseUrl() + " over HTTP, every two seconds, for the batch " + Batches.REFERENCE);
            watch(partnerCenter, output);
        }
        printExplanation(output);
        return ExitCode.ANSWERED.number();
    }

    private PartnerCenter partnerCenter(FakePartnerCenter fake) {
        return PartnerCenter.at(fake.baseUrl())
                .tokens(AccessTokenSource.fixed(AccessToken.of("made-up-token-of-the-demo")))
                .applicationName("devicebatch")
                .time(context.time(), context.pause())
                .build();
    }

    private void watch(PartnerCenter partnerCenter, StandardOutput output) throws InterruptedException {
        Instant start = context.time().instant();
        BatchWatch watch = BatchWatch.of(partnerCenter.batchStatus(), context.time(), context.pause(), WATCH);
        WatchEnding ending = watch.watch(Batches.REFERENCE, event -> printChange(start, event, output));
        if (!(ending instanceof WatchEnding.Completed completed)) {
            throw new IllegalStateException("the fake did not answer: " + ending);
        }
        output.line("");
        var layout = new TableReport.Layout(context.outputColumns(), context.command());
        new TableReport(output, style(), new UnavailableText(context.clock()), layout)
                .add(Batches.REFERENCE, completed.answer());
    }

    private static void printChange(Instant start, WatchEvent event, StandardOutput output) {
        if (event instanceof WatchEvent.Changed changed) {
            BatchProgress progress = changed.change().current();
            output.line(String.format(
                    Locale.ROOT,
                    "%4ds  %-10s  %s",
                    Duration.between(start, changed.when()).toSeconds(),
                    progress.state().text(),
                    BatchText.counts(progress.tally())));
        }
    }

    private void printExplanation(StandardOutput output) {
        output.line("");
        paragraph(
                output,
                "The batch status is \"finished\", but its only device was not registered. The explanation of its error, from "
                        + context.command() + " explain 808:");
        DeviceErrorText.explain(KnownDeviceError.ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT)
                .lines(style())
                .forEach(output::line);
        output.line("");
        paragraph(output, "To show the status of your own batch, and to wait until it is processed:");
        output.line("  " + context.command() + " status CUSTOMER/TRACKING --token-file token.txt");
        output.line("  " + context.command() + " wait CUSTOMER/TRACKING --token-file token.txt");
    }

    /** Writes a text, wrapped between words, and an empty line. */
    private void paragraph(StandardOutput output, String text) {
        WordWrap.lines(text, Math.min(WIDTH, context.outputColumns())).forEach(output::line);
        output.line("");
    }

    private TextStyle style() {
        return context.colors().textStyle(ColorPolicy.Mode.AUTO, StandardStream.OUT);
    }
}
