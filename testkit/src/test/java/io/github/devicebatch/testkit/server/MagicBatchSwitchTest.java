package io.github.devicebatch.testkit.server;

import static io.github.devicebatch.testkit.support.MagicQuestion.ask;
import static io.github.devicebatch.testkit.support.MagicQuestion.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.support.Client;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MagicBatchSwitchTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);

    @BeforeEach
    void turnOn() {
        partnerCenter.control().magicBatches(true);
    }

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void isThereOnlyWhenItIsTurnedOn() throws Exception {
        partnerCenter.control().magicBatches(false);
        assertThat(ask(client, MagicBatch.FINISHED))
                .returns(404, HttpResponse::statusCode)
                .satisfies(unknown -> assertThat(unknown.body()).contains("\"code\":\"60003\""));
        try (FakePartnerCenter fresh = FakePartnerCenter.start();
                Client asking = Client.of(fresh)) {
            assertThat(asking.ask(reference(MagicBatch.FINISHED)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void givesWayToAScriptForTheSameId() throws Exception {
        partnerCenter.script(reference(MagicBatch.FINISHED)).then(Reply.status(418));
        assertThat(ask(client, MagicBatch.FINISHED).statusCode()).isEqualTo(418);
    }
}
