package io.github.devicebatch.cli;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.FakePartnerCenter;
import io.github.devicebatch.testkit.Reply;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the fake Partner Center on loopback, for whoever wants to try or test something against it. */
@Command(
        name = "fake",
        header = "Serve a fake Partner Center on this machine until stopped.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch fake [--port PORT]%n",
        description = {
            "Prints its URL first. Accepts any bearer token, and knows the batch of the",
            "vendor's documented example; any other is not found."
        },
        optionListHeading = "%n",
        sortOptions = false)
final class FakeCommand implements Callable<Integer> {

    private static final int MOST = 65_535;

    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "PORT", description = "Listen there. Default: 0, any free port.")
    private int port;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    FakeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (FakePartnerCenter fake = start()) {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            new Output(surroundings.out()).line("listening on " + fake.baseUrl());
            hint(fake);
            new CountDownLatch(1).await();
        }
        return ExitCode.ANSWERED.number();
    }

    private FakePartnerCenter start() {
        if (port < 0 || port > MOST) {
            throw new Misuse(Problem.of("--port " + port + " is no port", "give one from 0 (any free one) to " + MOST));
        }
        try {
            return FakePartnerCenter.start(port, surroundings.time());
        } catch (UncheckedIOException notFree) {
            throw new Misuse(Problem.of(
                    notFree.getMessage(),
                    notFree.getCause().getMessage(),
                    "give another --port, or none for any free one"));
        }
    }

    private void hint(FakePartnerCenter fake) {
        PrintStream err = surroundings.err();
        err.println("Any token will do. Ask it from another terminal; Ctrl-C stops it:");
        err.println();
        err.printf(
                "  DEVICEBATCH_TOKEN=any %s status %s --base-url %s%n",
                surroundings.command(), Batches.REFERENCE, fake.baseUrl());
        err.flush();
    }
}
