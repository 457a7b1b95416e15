package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Trial;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnvironmentDefaultsTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();
    private final Trial trial = Trial.asking(partnerCenter);

    @BeforeEach
    void scriptTheExample() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.documentedExample());
    }

    @AfterEach
    void stop() {
        partnerCenter.close();
    }

    @Test
    void readsAnOptionFromItsVariable() {
        trial.with("DEVICEBATCH_OUTPUT", "CSV").with("DEVICEBATCH_EXIT_STATUS", "true");

        Ran ran = trial.run("status", REFERENCE);

        assertThat(ran.firstLine()).startsWith("customerId,trackingId,");
        assertThat(ran.exitCode()).isEqualTo(3);
    }

    @Test
    void anOptionTakesPrecedenceOverItsVariable() {
        Ran ran = trial.with("DEVICEBATCH_OUTPUT", "nonsense").run("status", REFERENCE, "-ojson");

        assertThat(ran.firstLine()).isEqualTo("{");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void aFlagSetByOptionAndVariableIsSet() {
        Ran ran = trial.with("DEVICEBATCH_EXIT_STATUS", "true").run("status", REFERENCE, "--exit-status");

        assertThat(ran.exitCode()).isEqualTo(3);
    }

    @Test
    void namesTheVariableWithAnInvalidValue() {
        Ran ran = trial.with("DEVICEBATCH_OUTPUT", "yaml").run("status", REFERENCE);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .contains("\"yaml\" is not one of table, json, jsonl, csv", "the variable DEVICEBATCH_OUTPUT");
    }
}
