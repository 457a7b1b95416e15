package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record BatchTimelineTest(FakePartnerCenter partnerCenter, ManualTime time, Client client) {

    @Test
    void repliesByTheTimeSinceTheFirstRequest() throws Exception {
        partnerCenter
                .timeline(Batches.REFERENCE)
                .from(Duration.ZERO, Batches.queued())
                .from(Duration.ofSeconds(3), Batches.processing())
                .from(Duration.ofSeconds(8), Reply.documentedExample());
        time.advance(Duration.ofHours(1));
        assertThat(client.requestStatus(Batches.REFERENCE).body()).contains("\"queued\"");
        time.advance(Duration.ofMillis(2_999));
        assertThat(client.requestStatus(Batches.REFERENCE).body()).contains("\"queued\"");
        time.advance(Duration.ofMillis(1));
        assertThat(client.requestStatus(Batches.REFERENCE).body()).contains("\"processing\"");
        time.advance(Duration.ofSeconds(5));
        assertThat(client.requestStatus(Batches.REFERENCE).body().getBytes())
                .isEqualTo(Batches.documentedExampleJson());
    }

    @Test
    void hasNoBatchBeforeTheEarliestReply() throws Exception {
        partnerCenter.timeline(Batches.REFERENCE).from(Duration.ofSeconds(1), Batches.queued());
        assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(404);
        time.advance(Duration.ofSeconds(1));
        assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(200);
    }
}
