package io.github.devicebatch.cli;

import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.FakePartnerCenter;
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
final class DemoCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Output output = new Output(surroundings.out());
        output.line("This is a demo. Partner Center is a fake inside this process, and so is the access token;");
        output.line("nothing leaves this machine.");
        output.line("");
        try (FakePartnerCenter fake = FakePartnerCenter.start(surroundings.time());
                PartnerCenter partnerCenter = partnerCenter(fake)) {
            DemoCourse.play(fake.timeline(Batches.REFERENCE));
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

    private void conclude(Output output) {
        Ink ink = surroundings.colors().ink(ColorWhen.AUTO, StandardStream.OUT);
        output.line("");
        output.line("The batch says \"finished\", and yet its only device did not get in. Its error explained,");
        output.line("as by devicebatch explain 808:");
        output.line("");
        Explanation.of(KnownDeviceError.ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT, ink)
                .forEach(line -> output.line("  " + line));
        output.line("");
        output.line("The same for a batch of yours: where it stands, and until it is over:");
        output.line("");
        output.line("  " + surroundings.command() + " status CUSTOMER/TRACKING --token-file token.txt");
        output.line("  " + surroundings.command() + " wait CUSTOMER/TRACKING --token-file token.txt");
    }
}
