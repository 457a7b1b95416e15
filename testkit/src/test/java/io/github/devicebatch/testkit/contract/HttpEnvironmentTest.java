package io.github.devicebatch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.PlainQuery;
import io.github.devicebatch.testkit.support.RawClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HttpEnvironmentTest {

    private final HttpEnvironment environment = HttpEnvironment.of((baseUrl, token) -> batch -> Answers.notFound());
    private final Client client = Client.of(environment.partnerCenter());

    @Test
    void sendsTheResponsesThatTheContractRequires() throws Exception {
        try (environment;
                client) {
            environment.describe(Batches.REFERENCE, Batches.queued(), Batches.finished());
            assertThat(description()).isEqualTo(Batches.queued());
            assertThat(description()).isEqualTo(Batches.finished());
            environment.refuse(Batches.REFERENCE, RefusalReason.UNAUTHENTICATED);
            assertThat(response().statusCode()).isEqualTo(401);
            environment.refuse(Batches.REFERENCE, RefusalReason.FORBIDDEN);
            assertThat(response().statusCode()).isEqualTo(403);
            environment.refuse(Batches.REFERENCE, RefusalReason.REJECTED);
            assertThat(response().statusCode()).isEqualTo(400);
            environment.throttle(Batches.REFERENCE, Duration.ofSeconds(57));
            assertThat(response().headers().firstValue("Retry-After")).contains("57");
            environment.fail(Batches.REFERENCE);
            assertThat(response().statusCode()).isEqualTo(503);
            environment.describeAnotherBatch(Batches.REFERENCE);
            assertThat(response().body())
                    .contains("0127ed8e-ff72-4983-a3d8-e8d8bd378933")
                    .contains("finished");
        }
    }

    @Test
    void sendsDifferentUnreadableResponses() throws Exception {
        try (environment;
                client) {
            environment.respondUnreadably(Batches.REFERENCE);
            assertThat(response().body()).startsWith("<html>");
            assertThat(response().body()).startsWith("{\"batch");
            assertThat(response().body()).isEqualTo("{}");
            assertThat(response().body()).isEqualTo("null");
            assertThat(response().body()).isEmpty();
        }
    }

    @Test
    void reportsTheArrivalOfARequestThatGetsNoResponse() throws Exception {
        try (environment;
                client;
                RawClient raw = RawClient.of(environment.partnerCenter())) {
            CountDownLatch arrival = environment.neverRespond(Batches.REFERENCE);
            assertThat(arrival.getCount()).isOne();
            assertThat(raw.requestStatus(Batches.REFERENCE).closeOutputAndReadAll())
                    .isEmpty();
            assertThat(arrival.getCount()).isZero();
        }
    }

    @Test
    void closesTheAdapterAndTheServer() {
        AtomicInteger closed = new AtomicInteger();
        HttpEnvironment other =
                HttpEnvironment.of((baseUrl, token) -> closed::incrementAndGet, adapter -> batch -> Answers.notFound());
        other.close();
        assertThat(closed).hasValue(1);
        assertThatThrownBy(() -> RawClient.of(other.partnerCenter())).isInstanceOf(java.net.ConnectException.class);
        environment.close();
        client.close();
    }

    private HttpResponse<String> response() throws Exception {
        return client.requestStatus(Batches.REFERENCE);
    }

    private BatchStatus description() throws InterruptedException {
        try (PlainQuery query = new PlainQuery(environment.partnerCenter().baseUrl(), "made-up")) {
            return ((Found) query.ask(Batches.REFERENCE)).status();
        }
    }
}
