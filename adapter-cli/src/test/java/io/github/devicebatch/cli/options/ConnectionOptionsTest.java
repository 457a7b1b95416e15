package io.github.devicebatch.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FakePartnerCenterExtension.class)
class ConnectionOptionsTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    ConnectionOptionsTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
    }

    @BeforeEach
    void scriptTheExample() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.documentedExample());
    }

    @Test
    void keepsTheRate() {
        assertThat(pausesOf("--rate=1/s")).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(pausesOf("--rate=none")).isEmpty();
        tester.with("DEVICEBATCH_RATE", "2/s");
        assertThat(pausesOf("--color=never")).isEmpty();
        assertThat(pausesOf("--color=never", Batches.numbered(4).toString())).containsExactly(Duration.ofMillis(500));
    }

    private List<Duration> pausesOf(String option, String... more) {
        CommandTester asking = CommandTester.asking(partnerCenter).with("DEVICEBATCH_CONCURRENCY", "1");
        asking.variables.putAll(tester.variables);
        List<String> command = new ArrayList<>(List.of("status", option));
        IntStream.range(0, 4).mapToObj(Batches::numbered).forEach(batch -> {
            partnerCenter.script(batch).then(Batches.finished(batch.tracking()));
            command.add(batch.toString());
        });
        partnerCenter
                .script(Batches.numbered(4))
                .then(Batches.finished(Batches.numbered(4).tracking()));
        command.addAll(List.of(more));
        assertThat(asking.run(command.toArray(String[]::new)).err()).isEmpty();
        return asking.time.pauses();
    }

    @ParameterizedTest
    @CsvSource({
        "--request-timeout 90, add a unit to 90",
        "--request-timeout 0, greater than zero",
        "--rate 5, is not a rate",
        "--output yaml, is not one of table",
        "--cloud mars, 'is not one of global, china, usgov'",
        "--customer 1-1-1-1-1, not a customer id",
        "--correlation-id 1-1-1-1-1, not a GUID",
        "--locale x_y, language tag",
        "--base-url http://example.com, in the clear",
        "--base-url nonsense, no scheme and host",
        "--authority http://example.com, in the clear",
        "--authority nonsense, no scheme and host",
        "--authority https://example.com/tenant, 'remove the rest'",
        "--tokn-file x, --token-file"
    })
    void rejectsAnInvalidOptionAndSendsNothing(String option, String message) {
        RunResult result = tester.run(("status " + REFERENCE + " " + option).split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: ").contains(message, "\ntry: ");
        assertThat(partnerCenter.requests()).isEmpty();
    }

    @Test
    void doesNotPrintTheValueOfAnUnknownOption() {
        RunResult result = tester.run("status", REFERENCE, "--token=s3cret");

        assertThat(result.err())
                .isEqualTo("error: unknown option --token\n"
                        + "try: --token-file, --token-command, or devicebatch help status\n");
    }

    @Test
    void doesNotPrintThePasswordInAUrl() {
        assertThat(tester.run("status", REFERENCE, "--base-url", "https://user:s3cret@example.com")
                        .err())
                .contains("remove user")
                .doesNotContain("s3cret");
        assertThat(tester.run("status", REFERENCE, "--base-url", "ht tps://user:s3cret@example.com")
                        .err())
                .contains("not a URL")
                .doesNotContain("s3cret");
        assertThat(tester.run("status", REFERENCE, "--authority", "https://user:s3cret@example.com")
                        .err())
                .contains("more than scheme, host and port")
                .doesNotContain("s3cret");
        assertThat(tester.run("status", REFERENCE, "--authority", "ht tps://user:s3cret@example.com")
                        .err())
                .contains("not a URL")
                .doesNotContain("s3cret");
    }
}
