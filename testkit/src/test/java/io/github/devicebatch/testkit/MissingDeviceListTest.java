package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.RawClient;
import io.github.devicebatch.testkit.support.Submitter;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MissingDeviceListTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);
    private final Submitter submitter = new Submitter(client);

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void tellsWhatIsNotThere() throws Exception {
        assertThat(submitter.get(Submitter.path()).body()).contains("\"code\":\"60003\"");
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        assertThat(submitter.get(Submitter.path()).body())
                .isEqualTo("{\"totalCount\":0,\"items\":[],\"attributes\":{\"objectType\":\"Collection\"}}");
        assertThat(submitter.get(Submitter.path("none"))).returns(404, HttpResponse::statusCode);
        try (RawClient raw = RawClient.of(partnerCenter)) {
            String question = RawClient.question("GET", Batches.REFERENCE, "HTTP/1.1");
            assertThat(raw.send(question.replace(Client.path(Batches.REFERENCE), Submitter.path("%zz")))
                            .leaveAndReadAll())
                    .startsWith("HTTP/1.1 404 Not Found");
        }
    }
}
