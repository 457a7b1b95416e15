package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connections are counted by the far end, while it fails. */
class OneConnectionForRetriesTest {

    private static final int QUESTIONS = 50;

    @Test
    void retriesUseTheSameConnection() throws InterruptedException {
        ManualTime time = ManualTime.start();
        try (FakePartnerCenter fake = FakePartnerCenter.start(time);
                PartnerCenter partnerCenter = PartnerCenter.at(fake.baseUrl())
                        .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                        .time(time, time)
                        .build()) {
            for (int question = 0; question < QUESTIONS; question++) {
                fake.script(Batches.REFERENCE)
                        .then(question % 2 == 0 ? Reply.status(503) : Reply.throttled(Duration.ofSeconds(57)))
                        .then(Batches.finished());

                assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE)).isInstanceOf(Found.class);
                // A budget for retries that lasts for ever takes four questions without one.
                for (int untroubled = 0; untroubled < 4; untroubled++) {
                    partnerCenter.batchStatus().ask(Batches.REFERENCE);
                }
            }

            assertThat(fake.requestCount()).isEqualTo(6 * QUESTIONS);
            assertThat(fake.connections().accepted()).isEqualTo(1);
        }
    }
}
