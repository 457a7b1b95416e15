package com.example;

import static io.github.devicebatch.testkit.junit.BatchStatusAssert.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.Test;

/** Tests against the fake Partner Center, over real HTTP. */
class ImporterTest {

    @Test
    void seesThatFinishedIsNotSuccess() throws InterruptedException {
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                PartnerCenter partnerCenter = PartnerCenter.at(fake.baseUrl())
                        .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                        .build()) {
            fake.script(Batches.REFERENCE).then(Batches.documentedExample());

            var found = (BatchStatusAnswer.Found) partnerCenter.batchStatus().ask(Batches.REFERENCE);

            assertThat(found.status()).hasOutcome(BatchOutcome.ALL_FAILED);
        }
    }
}
