package io.github.devicebatch.cli.fake;

import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ScaledTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakeControl;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.InvalidScenarioException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
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
public final class FakeCommand implements Callable<Integer> {

    private static final int MOST = 65_535;
    private static final int FASTEST = 100_000;

    private final CliContext surroundings;

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

    public FakeCommand(CliContext surroundings) {
        this.surroundings = surroundings;
    }

    /** Lists in the help what the fake goes by. */
    @Spec
    void describe(CommandSpec spec) {
        spec.usageMessage().footer(FakeHelp.lines());
    }

    @Override
    public Integer call() throws InterruptedException {
        StandardOutput output = new StandardOutput(surroundings.out());
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
            throw new UsageException(Problem.of(
                    notFree.getMessage(),
                    notFree.getCause().getMessage(),
                    "give another --port, or none for any free one"));
        }
    }

    private static void check(String option, String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new UsageException(
                    Problem.of(option + " " + value + " is no " + what, "give a number from " + least + " to " + most));
        }
    }

    /** The scenario that the fake is to play, and what a person is told when it cannot be. */
    record FakeScenario(Path file) {

        private static final String REMEDY = "devicebatch fake --scenario-schema prints what may stand in a scenario";

        /**
         * Loads it.
         *
         * @throws UsageException if the file cannot be read or has no scenario
         */
        void load(FakeControl control) {
            try {
                control.load(file);
            } catch (InvalidScenarioException wrong) {
                throw new UsageException(Problem.of(wrong.getMessage(), REMEDY));
            } catch (UncheckedIOException unreadable) {
                throw new UsageException(Problem.of(unreadable.getMessage(), why(unreadable.getCause()), REMEDY));
            }
        }

        private static String why(IOException failure) {
            return switch (failure) {
                case NoSuchFileException missing -> "there is no such file";
                case AccessDeniedException denied -> "permission denied";
                case CharacterCodingException coding -> "it is not in UTF-8";
                default -> failure.getMessage();
            };
        }
    }
}
