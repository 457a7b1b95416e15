package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
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
    void repliesByTheTimeSinceTheFirstQuestion() throws Exception {
        partnerCenter
                .timeline(Batches.REFERENCE)
                .from(Duration.ZERO, Batches.queued())
                .from(Duration.ofSeconds(3), Batches.processing())
                .from(Duration.ofSeconds(8), Reply.documentedExample());
        time.advance(Duration.ofHours(1));
        assertThat(client.ask(Batches.REFERENCE).body()).contains("\"queued\"");
        time.advance(Duration.ofMillis(2_999));
        assertThat(client.ask(Batches.REFERENCE).body()).contains("\"queued\"");
        time.advance(Duration.ofMillis(1));
        assertThat(client.ask(Batches.REFERENCE).body()).contains("\"processing\"");
        time.advance(Duration.ofSeconds(5));
        assertThat(client.ask(Batches.REFERENCE).body().getBytes()).isEqualTo(Batches.documentedExampleJson());
    }

    @Test
    void knowsNoBatchBeforeTheEarliestReplyOfItsTimeline() throws Exception {
        partnerCenter.timeline(Batches.REFERENCE).from(Duration.ofSeconds(1), Batches.queued());
        assertThat(client.ask(Batches.REFERENCE).statusCode()).isEqualTo(404);
        time.advance(Duration.ofSeconds(1));
        assertThat(client.ask(Batches.REFERENCE).statusCode()).isEqualTo(200);
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

    @Test
    void findsAPathInAnyCase() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        String path = Client.path(Batches.REFERENCE);
        assertThat(client.ask(path.toLowerCase(Locale.ROOT), Client.headers()).statusCode())
                .isEqualTo(200);
        assertThat(client.ask(path.toUpperCase(Locale.ROOT), Client.headers()).statusCode())
                .isEqualTo(200);
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

    @Test
    void knowsNoOtherPathAndNoOtherMethod() throws Exception {
        assertThat(client.ask("/v1/invoices", Client.headers()).statusCode()).isEqualTo(404);
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        HttpResponse<String> posted = client.http()
                .send(
                        client.request(Client.path(Batches.REFERENCE), Client.headers())
                                .POST(BodyPublishers.ofString("{}"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(client.ask(Batches.REFERENCE).statusCode()).isEqualTo(200);
        assertThat(partnerCenter.connections().accepted()).isEqualTo(1);
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
    void forgetsTheFormerScriptWhenANewOneIsOpened() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        partnerCenter.script(Batches.REFERENCE);
        assertThat(client.ask(Batches.REFERENCE).statusCode()).isEqualTo(404);
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
