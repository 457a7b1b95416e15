package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.Test;

/** Connections are counted by the far end. */
class OneConnectionTest {

    private static final int QUESTIONS = 50;

    @Test
    void manyQuestionsInARowUseOneConnection() throws InterruptedException {
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl()).build()) {
            fake.script(Batches.REFERENCE)
                    .then(Batches.queued())
                    .then(Reply.html(503, "<html>Oops</html>"))
                    .then(Reply.json(200, "{broken"))
                    .then(Reply.fault(404, "1000", "No such job"))
                    .then(Reply.empty(302))
                    .then(Batches.finished());

            for (int question = 0; question < QUESTIONS; question++) {
                partnerCenter.batchStatus().ask(Batches.REFERENCE);
            }

            assertThat(fake.requests()).hasSize(QUESTIONS);
            assertThat(fake.connections().accepted()).isEqualTo(1);
        }
    }
}
