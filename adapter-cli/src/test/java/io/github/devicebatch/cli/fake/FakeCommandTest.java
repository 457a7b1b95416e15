package io.github.devicebatch.cli.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.MagicSerialNumber;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakeControl;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.MagicBatch;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakePartnerCenterExtension.class)
class FakeCommandTest {

    private final CommandTester tester = new CommandTester();

    @ParameterizedTest
    @CsvSource({
        "--port, abc, '\"abc\" is not a whole number'",
        "--port, 99999999999, '\"99999999999\" is not a whole number'",
        "--port, 80.5, '\"80.5\" is not a whole number'",
        "--port, '', '\"\" is not a whole number'",
        "--port, 65536, --port 65536 is not a port",
        "--port, -1, --port -1 is not a port",
        "--time-scale, fast, '\"fast\" is not a whole number'",
        "--time-scale, 0, --time-scale 0 is not a time scale"
    })
    void refusesWhatIsNoNumberOfTheRange(String option, String value, String message) {
        RunResult result = tester.run("fake", option + "=" + value);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: ").contains(message).contains("\ntry: ");
    }

    @Test
    void reportsAPortInUse(FakePartnerCenter taken) {
        int port = taken.baseUrl().getPort();

        RunResult result = tester.run("fake", "--port", Integer.toString(port));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("error: cannot listen on 127.0.0.1:" + port + "\nwhy: ")
                .contains("try: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "eighty"})
    void rejectsAnInvalidPort(String port) {
        RunResult result = tester.run("fake", "--port=" + port);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--port", port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-60", "100001", "1h"})
    void rejectsAnInvalidTimeScale(String scale) {
        RunResult result = tester.run("fake", "--time-scale=" + scale);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--time-scale", scale);
    }

    @Test
    void checkingTokensNeedsAnIssuer() {
        assertThat(tester.run("fake", "--check-tokens")).isEqualTo(new RunResult(2, "", """
                error: --check-tokens without --sign-in
                why: without it the fake issues no tokens, and would accept none
                try: give --sign-in as well
                """));
    }

    @Test
    void reportsTheLocationOfAnErrorInAScenario(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("my.json"), "{\n  \"batches\": [{\"customer\": \"x\"}]\n}");

        RunResult result = tester.run("fake", "--scenario", file.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("error: " + file + ", line 2, column 28: not a customer id: \"x\"; it is a GUID such as ")
                .endsWith("\ntry: see the format in: devicebatch fake --scenario-schema\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsAScenarioByItsMark(String encoding, @TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("my.json"), "\ufeff\r\n{\"bätches\": []}".getBytes(Charset.forName(encoding)));

        assertThat(tester.run("fake", "--scenario", file.toString()).err())
                .startsWith("error: " + file + ", line 2, column 13: a scenario has no member \"bätches\"");
    }

    @Test
    void reportsWhyAScenarioCannotBeRead(@TempDir Path folder) throws IOException {
        Path none = folder.resolve("none.json");
        Path notUtf8 = Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xE4, '"'});

        assertThat(tester.run("fake", "--scenario=" + none).err())
                .startsWith("error: cannot read the scenario " + none + "\nwhy: there is no such file\ntry: ");
        assertThat(tester.run("fake", "--scenario=" + notUtf8).err())
                .contains("\nwhy: it is not text in UTF-8, or in UTF-16 with a byte order mark\ntry: ");
        assertThat(tester.run("fake", "--scenario=" + folder).exitCode()).isEqualTo(2);
    }

    @Test
    void printsTheSchemaOfAScenario() {
        RunResult result = tester.run("fake", "--scenario-schema");

        assertThat(result).isEqualTo(new RunResult(0, FakeControl.scenarioSchema(), ""));
    }

    @Test
    void theHelpListsTheMagicNumbersAndBatches() {
        List<String> help = tester.run("help", "fake").out().lines().toList();

        assertThat(help)
                .containsAll(MagicSerialNumber.rules().stream()
                        .map(rule -> "  " + rule.ending() + "  " + rule.error().vendorName())
                        .toList())
                .containsAll(Arrays.stream(MagicBatch.values())
                        .map(batch -> "  " + batch.trackingId().toString().substring(24) + "  " + batch.description())
                        .toList());
    }

    @Test
    void printsItsUrlFirstThenExamples() {
        Thread.currentThread().interrupt();

        RunResult result = tester.run("fake");

        assertThat(result.out()).matches("listening on http://127\\.0\\.0\\.1:\\d+\n");
        assertThat(result.err()).contains("devicebatch status 47021739-", " --base-url http://127.0.0.1:");
        assertThat(result.err())
                .contains("curl -i " + result.out().replace("listening on ", "").strip() + "/v1/customers/");
        assertThat(result.exitCode()).isEqualTo(130);
    }
}
