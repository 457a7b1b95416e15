package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SilentServerTest {

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(ManualTime.start());

    @BeforeEach
    void know() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample());
    }

    @AfterEach
    void close() {
        partnerCenter.close();
    }

    @Test
    void staysSilentUntilTheClientLeaves() throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Reply.silence());
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.ask(Batches.REFERENCE).leaveAndReadAll()).isEmpty();
        }
    }

    @Test
    void endsASilenceWhenItIsClosed() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        partnerCenter.respond(Batches.REFERENCE, () -> {
            asked.countDown();
            return Reply.silence();
        });
        try (RawClient client = RawClient.of(partnerCenter)) {
            client.ask(Batches.REFERENCE);
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            partnerCenter.close();
            assertThat(client.socket().getInputStream().read()).isEqualTo(-1);
        }
    }
}
