package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A whole response behind the end of the one before it, on the same connection: nobody asked for it. */
@Timeout(60)
class LeftoverTest {

    private static final int TIMES = 50;

    @Test
    void isNeverTakenForTheAnswerToTheNextQuestion() throws InterruptedException {
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl()).build()) {
            for (int time = 0; time < TIMES; time++) {
                fake.script(Batches.REFERENCE).then(withMoreBehind(Reply.documentedExample()));
                assertThat(answer(partnerCenter)).isEqualTo("Found");

                fake.script(Batches.REFERENCE).then(Reply.documentedExample());
                assertThat(answer(partnerCenter)).isEqualTo("Found");
            }
        }
    }

    private static String answer(PartnerCenter partnerCenter) throws InterruptedException {
        return FaultRow.inWords(partnerCenter.batchStatus().ask(Batches.REFERENCE));
    }

    private static HttpReply withMoreBehind(HttpReply reply) {
        byte[] lie = Reply.describing(Batches.queued()).body();
        var body = new ByteArrayOutputStream();
        body.writeBytes(reply.body());
        body.writeBytes(String.format(
                        Locale.ROOT,
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n",
                        lie.length)
                .getBytes());
        body.writeBytes(lie);
        return reply.withBody(body.toByteArray()).withHeader("Content-Length", "" + reply.body().length);
    }
}
