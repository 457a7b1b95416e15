package io.github.devicebatch.cli.fake;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.cli.input.InputFile;
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
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The subcommand {@code fake}: serves a fake Partner Center on loopback until it is interrupted. */
@Command(
        name = "fake",
        header = "Serve a fake Partner Center on this machine until stopped.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch fake [--port PORT] [--scenario FILE] [--time-scale N]%n",
        description = {
            "Prints its URL first; open it in a browser for a description of the fake.",
            "Accepts any bearer token and device batch uploads. Serves the batch of the",
            "vendor's documented example and those of the scenario; other batches are not",
            "found."
        },
        optionListHeading = "%n",
        sortOptions = false)
public final class FakeCommand implements Callable<Integer> {

    private static final int MAX_PORT = 65_535;
    private static final int MAX_TIME_SCALE = 100_000;
    private static final int MAX_SCENARIO_BYTES = 64 << 20;
    private static final String SCENARIO_REMEDY = "see the format in: devicebatch fake --scenario-schema";

    private final CliContext context;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on. Default: 0, any free port.")
    private int port;

    @Option(names = "--scenario", paramLabel = "FILE", description = "Load batches and their replies from a JSON file.")
    private Optional<String> scenario = Optional.empty();

    @Option(names = "--scenario-schema", description = "Print the JSON Schema of scenarios and exit.")
    private boolean schema;

    @Option(
            names = "--time-scale",
            paramLabel = "N",
            description = "Run the clock of the fake N times as fast: with 60, an hour takes a minute."
                    + " Retry-After values are not scaled. Default: 1.")
    private int timeScale = 1;

    @Option(
            names = "--sign-in",
            description =
                    "Serve the identity platform too: an app with a secret, and a user who signs in on a page of the fake.")
    private boolean signIn;

    @Option(
            names = "--check-tokens",
            description = "Accept only access tokens that this fake has issued. Requires --sign-in.")
    private boolean checkTokens;

    public FakeCommand(CliContext context) {
        this.context = context;
    }

    /** Adds the tables of the fake to the help. */
    @Spec
    void setSpec(CommandSpec spec) {
        spec.usageMessage().footer(FakeHelp.footer());
    }

    @Override
    public Integer call() throws InterruptedException {
        StandardOutput output = new StandardOutput(context.out());
        if (schema) {
            output.text(FakeControl.scenarioSchema());
            return ExitCode.ANSWERED.number();
        }
        try (FakePartnerCenter fake = start()) {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            fake.control().magicBatches(true);
            scenario.ifPresent(file -> load(file, fake.control()));
            if (signIn) {
                fake.control().exampleApp(checkTokens);
            }
            output.line("listening on " + fake.baseUrl());
            help(fake.baseUrl()).forEach(context.err()::println);
            context.err().flush();
            new CountDownLatch(1).await();
        }
        return ExitCode.ANSWERED.number();
    }

    private List<String> help(URI baseUrl) {
        return signIn ? FakeHelp.signIn(context.command(), baseUrl) : FakeHelp.examples(context.command(), baseUrl);
    }

    private FakePartnerCenter start() {
        if (checkTokens && !signIn) {
            throw new UsageException(Problem.of(
                    "--check-tokens without --sign-in",
                    "without it the fake issues no tokens, and would accept none",
                    "give --sign-in as well"));
        }
        check("--port", "port", port, 0, MAX_PORT);
        check("--time-scale", "time scale", timeScale, 1, MAX_TIME_SCALE);
        try {
            return FakePartnerCenter.start(port, ScaledTime.of(context.time(), timeScale));
        } catch (UncheckedIOException failure) {
            throw new UsageException(Problem.of(
                    requireNonNull(failure.getMessage()),
                    String.valueOf(requireNonNull(failure.getCause()).getMessage()),
                    "give another --port, or omit it to use any free port"));
        }
    }

    private static void check(String option, String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new UsageException(
                    Problem.of(option + " " + value + " is not a " + what, "give a number from " + min + " to " + max));
        }
    }

    private static void load(String name, FakeControl control) {
        InputFile file = new InputFile("the scenario", name);
        try {
            control.load(file.text(MAX_SCENARIO_BYTES));
        } catch (InvalidScenarioException invalid) {
            throw new UsageException(Problem.of(file.shownName() + ", " + invalid.getMessage(), SCENARIO_REMEDY));
        }
    }
}
