package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.FakePartnerCenter;
import io.github.devicebatch.testkit.ManualTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Runs the command inside the test, on streams, an environment and a time of its own. */
final class Trial {

    static final String TOKEN = "token-of-the-test";

    final Map<String, String> variables = new HashMap<>();
    final Properties properties = new Properties();
    final ManualTime time = ManualTime.start();
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
                stream -> false,
                time,
                time,
                ZoneId.of("UTC"));
    }
}
