package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FakePartnerCenterExtension.class)
class EnvironmentDefaultsTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    EnvironmentDefaultsTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
    }

    @BeforeEach
    void scriptTheExample() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.documentedExample());
    }

    @Test
    void readsAnOptionFromItsVariable() {
        tester.with("DEVICEBATCH_OUTPUT", "CSV").with("DEVICEBATCH_EXIT_STATUS", "true");

        RunResult result = tester.run("status", REFERENCE);

        assertThat(result.firstLine()).startsWith("customerId,trackingId,");
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @Test
    void anOptionTakesPrecedenceOverItsVariable() {
        RunResult result = tester.with("DEVICEBATCH_OUTPUT", "nonsense").run("status", REFERENCE, "-ojson");

        assertThat(result.firstLine()).isEqualTo("{");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aFlagSetByOptionAndVariableIsSet() {
        RunResult result = tester.with("DEVICEBATCH_EXIT_STATUS", "true").run("status", REFERENCE, "--exit-status");

        assertThat(result.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3",
        "true, 3",
        "TRUE, 3",
        "yes, 3",
        "On, 3",
        "' 1 ', 3",
        "'\u00a0yes\r\n', 3",
        "0, 0",
        "false, 0",
        "No, 0",
        "off, 0"
    })
    void readsABooleanAsPeopleWriteIt(String value, int exitCode) {
        RunResult result = tester.with("DEVICEBATCH_EXIT_STATUS", value).run("status", REFERENCE);

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void namesTheFormsOfABoolean() {
        assertThat(tester.with("DEVICEBATCH_EXIT_STATUS", "maybe")
                        .run("status", REFERENCE)
                        .err())
                .contains(
                        "\"maybe\" is not one of true, false, 1, 0, yes, no, on, off",
                        "the variable DEVICEBATCH_EXIT_STATUS");
    }

    @Test
    void namesTheVariableWithAnInvalidValue() {
        RunResult result = tester.with("DEVICEBATCH_OUTPUT", "yaml").run("status", REFERENCE);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains("\"yaml\" is not one of table, json, jsonl, csv, xlsx", "the variable DEVICEBATCH_OUTPUT");
    }
}
