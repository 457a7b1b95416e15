package io.github.devicebatch.cli.fake;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.watch.BatchWatch;
import io.github.devicebatch.application.watch.PollingSchedule;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.BatchText;
import io.github.devicebatch.cli.output.DeviceErrorText;
import io.github.devicebatch.cli.output.TableReport;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.ColorPolicy;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the main job on a fake Partner Center inside this process: no account, no configuration, about ten seconds. */
@Command(
        name = "demo",
        header = "Show it at work on a fake Partner Center; needs no account.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch demo%n",
        optionListHeading = "%n",
        description = "Takes about 10 seconds. Nothing leaves this machine.")
public final class DemoCommand implements Callable<Integer> {

    private final CliContext surroundings;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    public DemoCommand(CliContext surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        StandardOutput output = new StandardOutput(surroundings.out());
        output.line("This is a demo. Partner Center is a fake inside this process, and so is the access token;");
        output.line("nothing leaves this machine.");
        output.line("");
        try (FakePartnerCenter fake = FakePartnerCenter.start(surroundings.time());
                PartnerCenter partnerCenter = partnerCenter(fake)) {
            DemoTimeline.play(fake.timeline(Batches.REFERENCE));
            output.line("Asking " + fake.baseUrl() + " over HTTP, every two seconds, about the batch");
            output.line(Batches.REFERENCE.toString());
            output.line("");
            new DemoWatch(partnerCenter.batchStatus(), output, surroundings).untilFinal(Batches.REFERENCE);
        }
        conclude(output);
        return ExitCode.ANSWERED.number();
    }

    private PartnerCenter partnerCenter(FakePartnerCenter fake) {
        return PartnerCenter.at(fake.baseUrl())
                .tokens(AccessTokenSource.fixed(AccessToken.of("made-up-token-of-the-demo")))
                .applicationName("devicebatch")
                .time(surroundings.time(), surroundings.pause())
                .build();
    }

    private void conclude(StandardOutput output) {
        TextStyle ink = surroundings.colors().textStyle(ColorPolicy.Mode.AUTO, StandardStream.OUT);
        output.line("");
        output.line("The batch says \"finished\", and yet its only device did not get in. Its error explained,");
        output.line("as by devicebatch explain 808:");
        output.line("");
        DeviceErrorText.explain(KnownDeviceError.ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT, ink)
                .forEach(line -> output.line("  " + line));
        output.line("");
        output.line("The same for a batch of yours: where it stands, and until it is over:");
        output.line("");
        output.line("  " + surroundings.command() + " status CUSTOMER/TRACKING --token-file token.txt");
        output.line("  " + surroundings.command() + " wait CUSTOMER/TRACKING --token-file token.txt");
    }

    /** Asks every two seconds and tells what has changed; ends with the table that {@code status} would show. */
    record DemoWatch(BatchStatusQuery query, StandardOutput output, CliContext surroundings) {

        private static final Duration INTERVAL = Duration.ofSeconds(2);
        private static final WatchSettings IN_FAST_MOTION =
                WatchSettings.DEFAULT.withSchedule(new PollingSchedule(INTERVAL, 1, INTERVAL, 0));

        void untilFinal(BatchReference batch) throws InterruptedException {
            Instant begun = surroundings.time().instant();
            BatchWatch watch = BatchWatch.of(query, surroundings.time(), surroundings.pause(), IN_FAST_MOTION);
            WatchEnding ending = watch.watch(batch, event -> tell(begun, event));
            if (!(ending instanceof WatchEnding.Completed completed)) {
                throw new IllegalStateException("the fake did not answer: " + ending);
            }
            output.line("");
            TextStyle ink = surroundings.colors().textStyle(ColorPolicy.Mode.AUTO, StandardStream.OUT);
            new TableReport(output, ink, new UnavailableText(surroundings.clock())).add(batch, completed.answer());
        }

        private void tell(Instant begun, WatchEvent event) {
            if (event instanceof WatchEvent.Changed changed) {
                BatchProgress now = changed.change().current();
                output.line("%4ds  %-10s  %s"
                        .formatted(
                                Duration.between(begun, changed.when()).toSeconds(),
                                now.state().text(),
                                BatchText.counts(now.tally())));
            }
        }
    }
}
