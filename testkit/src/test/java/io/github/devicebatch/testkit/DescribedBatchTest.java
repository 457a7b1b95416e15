package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.Client;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DescribedBatchTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void describesABatchAsTheServiceDoes() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.documentedExample());
        HttpResponse<String> response = client.ask(Batches.REFERENCE);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(new String(Batches.documentedExampleJson())
                        .replaceAll("\\s(?=[^\"]*(\"[^\"]*\"[^\"]*)*$)", ""));
    }

    @Test
    void sendsTheHeadersOfTheService() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample());
        HttpResponse<String> response = client.ask(Batches.REFERENCE);
        assertThat(response.headers().map().keySet())
                .containsExactlyInAnyOrder(
                        "content-type",
                        "content-length",
                        "date",
                        "ms-requestid",
                        "ms-correlationid",
                        "ms-cv",
                        "ms-serverid");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(response.headers().firstValue("Content-Length")).contains("628");
        assertThat(response.headers().firstValue("Date")).contains("Mon, 05 Jan 2026 09:00:00 GMT");
        assertThat(response.headers().firstValue("MS-RequestId"))
                .hasValueSatisfying(
                        id -> assertThat(id).isNotEqualTo(Client.headers().get("MS-RequestId")));
    }
}
