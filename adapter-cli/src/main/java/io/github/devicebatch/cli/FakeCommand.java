package io.github.devicebatch.cli;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.FakeControl;
import io.github.devicebatch.testkit.FakePartnerCenter;
import io.github.devicebatch.testkit.Reply;
import io.github.devicebatch.testkit.ScaledTime;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the fake Partner Center on loopback, for whoever wants to try or test something against it. */
@Command(
        name = "fake",
        header = "Serve a fake Partner Center on this machine until stopped.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch fake [--port PORT] [--scenario FILE] [--time-scale N]%n",
        description = {
            "Prints its URL first; a browser finds there what it answers. Accepts any",
            "bearer token, takes uploads, and knows the batch of the vendor's documented",
            "example and those of the scenario; any other is not found."
        },
        optionListHeading = "%n",
        sortOptions = false)
final class FakeCommand implements Callable<Integer> {

    private static final int MOST = 65_535;
    private static final int FASTEST = 100_000;

    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "PORT", description = "Listen there. Default: 0, any free port.")
    private int port;

    @Option(names = "--scenario", paramLabel = "FILE", description = "Load what is replied about which batch, in JSON.")
    private Optional<Path> scenario = Optional.empty();

    @Option(names = "--scenario-schema", description = "Print the JSON Schema of a scenario, and end.")
    private boolean schema;

    @Option(
            names = "--time-scale",
            paramLabel = "N",
            description =
                    "Let time pass N times as fast: at 60, an hour in a minute. What is in Retry-After stays as it is.")
    private int timeScale = 1;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    FakeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Lists in the help what the fake goes by. */
    @Spec
    void describe(CommandSpec spec) {
        spec.usageMessage().footer(FakeHelp.lines());
    }

    @Override
    public Integer call() throws InterruptedException {
        Output output = new Output(surroundings.out());
        if (schema) {
            output.text(FakeControl.scenarioSchema());
            return ExitCode.ANSWERED.number();
        }
        try (FakePartnerCenter fake = start()) {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            fake.control().magicBatches(true);
            scenario.ifPresent(file -> new FakeScenario(file).load(fake.control()));
            output.line("listening on " + fake.baseUrl());
            FakeHelp.hints(surroundings.command(), fake.baseUrl()).forEach(surroundings.err()::println);
            surroundings.err().flush();
            new CountDownLatch(1).await();
        }
        return ExitCode.ANSWERED.number();
    }

    private FakePartnerCenter start() {
        check("--port", "port", port, 0, MOST);
        check("--time-scale", "time scale", timeScale, 1, FASTEST);
        try {
            return FakePartnerCenter.start(port, ScaledTime.of(surroundings.time(), timeScale));
        } catch (UncheckedIOException notFree) {
            throw new Misuse(Problem.of(
                    notFree.getMessage(),
                    notFree.getCause().getMessage(),
                    "give another --port, or none for any free one"));
        }
    }

    private static void check(String option, String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new Misuse(
                    Problem.of(option + " " + value + " is no " + what, "give a number from " + least + " to " + most));
        }
    }
}
