package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Trial;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a question is put. */
class StatusRequestTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();
    private final Trial trial = Trial.asking(partnerCenter);

    @AfterEach
    void stop() {
        partnerCenter.close();
    }

    @Test
    void takesATrackingIdAloneWithItsCustomer() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());

        Ran ran = trial.run("status", "-c", Batches.CUSTOMER.toString(), Batches.TRACKING.toString());

        assertThat(ran.firstLine()).isEqualTo("all registered  " + REFERENCE);
    }

    @Test
    void sendsTheLocaleAndTheCorrelationIdItWasGiven() {
        trial.run(
                "status",
                REFERENCE,
                "--locale",
                "sr-Latn-RS",
                "--correlation-id",
                "d60a4285-aa3e-4b8b-90e2-5a1b5c1c8a5e");

        assertThat(partnerCenter.requests()).singleElement().satisfies(request -> {
            assertThat(request.header("X-Locale")).contains("sr-Latn-RS");
            assertThat(request.header("MS-CorrelationId")).contains("d60a4285-aa3e-4b8b-90e2-5a1b5c1c8a5e");
            assertThat(request.header("MS-PartnerCenter-Application")).contains("devicebatch");
        });
    }
}
