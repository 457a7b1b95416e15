package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.support.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakePartnerCenterTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void servesManyRequestsOverOneConnection() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Reply.fault(500, "0", "no"));
        for (int request = 0; request < 50; request++) {
            client.ask(Batches.REFERENCE);
        }
        assertThat(partnerCenter.connections().accepted()).isEqualTo(1);
        assertThat(partnerCenter.requests())
                .hasSize(50)
                .allSatisfy(request -> assertThat(request.connection()).isEqualTo(1));
    }

    @Test
    void saysWhichPortIsTaken() {
        int taken = partnerCenter.baseUrl().getPort();
        assertThatThrownBy(() -> FakePartnerCenter.start(taken, InstantSource.system()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1:" + taken);
    }

    @Test
    void answersNobodyOnceItIsClosed() {
        partnerCenter.close();
        partnerCenter.close();
        assertThatThrownBy(() -> client.ask(Batches.REFERENCE)).isInstanceOf(IOException.class);
    }
}
