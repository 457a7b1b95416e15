package io.github.devicebatch.testkit.server;

import static io.github.devicebatch.testkit.support.MagicQuestion.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.support.Client;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MagicBatchCourseTest {

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
    void aWholeJobRunsByTheClock() throws Exception {
        assertThat(ask(client, MagicBatch.WHOLE_JOB).body()).contains("\"status\":\"queued\"");
        time.advance(Duration.ofMinutes(1));
        assertThat(ask(client, MagicBatch.WHOLE_JOB).body()).contains("\"status\":\"processing\"");
        time.advance(Duration.ofMinutes(10));
        assertThat(ask(client, MagicBatch.WHOLE_JOB).body()).contains("\"status\":\"finished\",\"startedTime\"");
    }

    @Test
    void keepsItsPlaceForEachCustomer() throws Exception {
        assertThat(ask(client, MagicBatch.THROTTLED_ONCE).statusCode()).isEqualTo(429);
        CustomerId another = Batches.numbered(7).customer();
        BatchReference theirs = new BatchReference(another, MagicBatch.THROTTLED_ONCE.trackingId());
        assertThat(client.ask(theirs).statusCode()).isEqualTo(429);
        assertThat(client.ask(theirs).statusCode()).isEqualTo(200);
        partnerCenter.control().reset();
        assertThat(client.ask(theirs).statusCode()).isEqualTo(429);
    }
}
