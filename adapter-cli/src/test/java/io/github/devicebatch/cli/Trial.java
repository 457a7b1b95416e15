package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.application.Pause;
import io.github.devicebatch.testkit.FakePartnerCenter;
import io.github.devicebatch.testkit.ManualTime;
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

/** Runs the command inside the test, on streams, an environment and a time of its own. */
final class Trial {

    static final String TOKEN = "token-of-the-test";

    final Map<String, String> variables = new HashMap<>();
    final Properties properties = new Properties();
    final ManualTime time = ManualTime.start();
    final Set<StandardStream> terminals = EnumSet.noneOf(StandardStream.class);
    private Host host = new Host(farewell -> () -> {}, (period, action) -> () -> {}, Optional::empty);
    private Pause pause = time;
    private String input = "";

    /** Knows where to ask, and with what token. */
    static Trial asking(FakePartnerCenter partnerCenter) {
        return new Trial()
                .with("DEVICEBATCH_BASE_URL", partnerCenter.baseUrl().toString())
                .with(SignInSetting.TOKEN.variable(), TOKEN);
    }

    Trial with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Trial input(String text) {
        input = text;
        return this;
    }

    /** Lets it be on a terminal, which is 80 columns wide. */
    Trial on(StandardStream... streams) {
        terminals.addAll(List.of(streams));
        return this;
    }

    Trial pausing(Pause other) {
        pause = other;
        return this;
    }

    /** Lets a ticker tick while time passes. */
    Trial ticking() {
        AtomicReference<Runnable> tick = new AtomicReference<>(() -> {});
        AtomicReference<Duration> period = new AtomicReference<>(Duration.ofDays(1));
        host = new Host(
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

    Trial in(Host other) {
        host = other;
        return this;
    }

    Ran run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var surroundings = surroundings(out, new PrintStream(err, true, UTF_8));
        int exitCode = new Invocation(surroundings).run(arguments);
        return new Ran(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    Surroundings surroundings(OutputStream out, PrintStream err) {
        return new Surroundings(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                out,
                err,
                new Environment(variables),
                properties,
                terminals::contains,
                time,
                pause,
                ZoneId.of("UTC"),
                host);
    }
}
