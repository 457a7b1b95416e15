package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.Client;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnknownBatchTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void tellsAnUnknownCustomerFromAnUnknownBatch() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        assertThat(client.ask(Batches.anotherBatch()))
                .returns(404, HttpResponse::statusCode)
                .satisfies(response -> assertThat(response.body()).contains("\"code\":\"1000\""));
        assertThat(client.ask(Batches.anotherCustomersBatch()))
                .returns(404, HttpResponse::statusCode)
                .satisfies(response -> assertThat(response.body()).contains("\"code\":\"60003\""));
    }

    @Test
    void callsACustomerIdThatIsNoGuidInvalid() throws Exception {
        assertThat(client.ask("/v1/customers/contoso/batchJobStatus/" + Batches.TRACKING, Client.headers()))
                .returns(400, HttpResponse::statusCode)
                .satisfies(response -> assertThat(response.body()).contains("\"code\":\"900118\""));
    }
}
