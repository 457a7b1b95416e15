package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.Client;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptedBatchTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void repliesInTurnAndRepeatsTheLast() throws Exception {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.queued())
                .then(Reply.throttled(Duration.ofSeconds(57)))
                .then(Batches.finished());
        assertThat(client.ask(Batches.REFERENCE).body()).contains("\"queued\"");
        assertThat(client.ask(Batches.REFERENCE).headers().firstValue("retry-after"))
                .contains("57");
        assertThat(client.ask(Batches.REFERENCE).body()).contains("\"finished\"");
        assertThat(client.ask(Batches.REFERENCE).body()).contains("\"finished\"");
    }

    @Test
    void forgetsTheFormerScriptWhenANewOneIsOpened() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        partnerCenter.script(Batches.REFERENCE);
        assertThat(client.ask(Batches.REFERENCE).statusCode()).isEqualTo(404);
    }
}
