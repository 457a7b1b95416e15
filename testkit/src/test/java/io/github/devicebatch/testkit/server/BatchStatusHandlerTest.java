package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.junit.Lenient;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record BatchStatusHandlerTest(FakePartnerCenter partnerCenter, Client client) {

    @Test
    void describesABatchInTheFormatOfTheService() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.documentedExample());
        HttpResponse<String> response = client.requestStatus(Batches.REFERENCE);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(new String(Batches.documentedExampleJson())
                        .replaceAll("\\s(?=[^\"]*(\"[^\"]*\"[^\"]*)*$)", ""));
    }

    @Test
    void sendsTheHeadersOfTheService() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample());
        HttpResponse<String> response = client.requestStatus(Batches.REFERENCE);
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

    @Nested
    @Lenient
    class UnknownBatch {

        @Test
        void differsFromAnUnknownCustomer() throws Exception {
            partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
            assertThat(client.requestStatus(Batches.anotherBatch()))
                    .returns(404, HttpResponse::statusCode)
                    .satisfies(response -> assertThat(response.body()).contains("\"code\":\"1000\""));
            assertThat(client.requestStatus(Batches.anotherCustomersBatch()))
                    .returns(404, HttpResponse::statusCode)
                    .satisfies(response -> assertThat(response.body()).contains("\"code\":\"60003\""));
        }

        @Test
        void rejectsACustomerIdThatIsNoGuid() throws Exception {
            assertThat(client.get("/v1/customers/contoso/batchJobStatus/" + Batches.TRACKING, Client.headers()))
                    .returns(400, HttpResponse::statusCode)
                    .satisfies(response -> assertThat(response.body()).contains("\"code\":\"900118\""));
        }
    }

    @Nested
    class Paths {

        @Test
        void matchInAnyCase() throws Exception {
            partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
            String path = Client.path(Batches.REFERENCE);
            assertThat(client.get(path.toLowerCase(Locale.ROOT), Client.headers())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.get(path.toUpperCase(Locale.ROOT), Client.headers())
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        @Lenient
        void areRejectedIfUnknownOrWithAnotherMethod() throws Exception {
            assertThat(client.get("/v1/invoices", Client.headers()).statusCode())
                    .isEqualTo(404);
            partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
            HttpResponse<String> posted = client.http()
                    .send(
                            client.request(Client.path(Batches.REFERENCE), Client.headers())
                                    .POST(BodyPublishers.ofString("{}"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(posted.statusCode()).isEqualTo(405);
            assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(200);
            assertThat(partnerCenter.connections().accepted()).isEqualTo(1);
        }
    }
}
