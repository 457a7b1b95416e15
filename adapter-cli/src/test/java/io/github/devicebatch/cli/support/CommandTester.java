package io.github.devicebatch.cli.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.application.Pause;
import io.github.devicebatch.cli.CommandRunner;
import io.github.devicebatch.cli.signin.SignInSetting;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.cli.terminal.HostProcess;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Runner of the command in this JVM, with its own streams, environment and clock. */
public final class CommandTester {

    public static final String TOKEN = "token-of-the-test";

    public final Map<String, String> variables = new HashMap<>();
    public final Properties properties = new Properties();
    public final ManualTime time;
    public final Set<StandardStream> terminals = EnumSet.noneOf(StandardStream.class);
    private HostProcess host = new HostProcess(hook -> () -> {}, (period, action) -> () -> {}, Optional::empty);
    private Pause pause;
    private byte[] input = {};

    public CommandTester() {
        this(ManualTime.start());
    }

    private CommandTester(ManualTime time) {
        this.time = time;
        this.pause = time;
    }

    /** Returns a tester with the base URL of {@code partnerCenter} and a token. */
    public static CommandTester asking(FakePartnerCenter partnerCenter) {
        return asking(partnerCenter, ManualTime.start());
    }

    /** Returns a tester whose clock is {@code time}, that of {@code partnerCenter}. */
    public static CommandTester asking(FakePartnerCenter partnerCenter, ManualTime time) {
        return new CommandTester(time)
                .with("DEVICEBATCH_BASE_URL", partnerCenter.baseUrl().toString())
                .with(SignInSetting.TOKEN.variable(), TOKEN);
    }

    public CommandTester with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    public CommandTester input(String text) {
        return input(text.getBytes(UTF_8));
    }

    public CommandTester input(byte[] bytes) {
        input = bytes;
        return this;
    }

    /** Makes {@code streams} terminals of 80 columns. */
    public CommandTester on(StandardStream... streams) {
        terminals.addAll(List.of(streams));
        return this;
    }

    public CommandTester pausing(Pause other) {
        pause = other;
        return this;
    }

    /** Runs the ticker while time passes. */
    public CommandTester ticking() {
        AtomicReference<Runnable> tick = new AtomicReference<>(() -> {});
        AtomicReference<Duration> period = new AtomicReference<>(Duration.ofDays(1));
        host = new HostProcess(
                host.shutdown(),
                (every, action) -> {
                    tick.set(action);
                    period.set(every);
                    return () -> tick.set(() -> {});
                },
                host.inputFile());
        return pausing(duration -> {
            Instant end = time.instant().plus(duration);
            while (time.instant().isBefore(end)) {
                Duration left = Duration.between(time.instant(), end);
                time.pause(left.compareTo(period.get()) < 0 ? left : period.get());
                tick.get().run();
            }
        });
    }

    public CommandTester in(HostProcess other) {
        host = other;
        return this;
    }

    public RunResult run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var surroundings = surroundings(out, new PrintStream(err, true, UTF_8));
        int exitCode = new CommandRunner(surroundings).run(arguments);
        return new RunResult(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    public CliContext surroundings(OutputStream out, PrintStream err) {
        return new CliContext(
                new ByteArrayInputStream(input),
                out,
                err,
                new EnvironmentVariables(variables),
                properties,
                terminals::contains,
                time,
                pause,
                ZoneId.of("UTC"),
                host);
    }
}
