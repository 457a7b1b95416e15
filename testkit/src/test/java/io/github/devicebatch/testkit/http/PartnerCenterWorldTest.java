package io.github.devicebatch.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.contract.HttpEnvironment;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.RawClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the world arranges, seen by a plain HTTP client; adapter-http sees it through the contract. */
class PartnerCenterWorldTest {

    private final HttpEnvironment world = HttpEnvironment.asking((baseUrl, token) -> batch -> Answers.notFound());
    private final Client client = Client.of(world.partnerCenter());

    @Test
    void arrangesWhatAContractDemands() throws Exception {
        try (world;
                client) {
            world.describes(Batches.REFERENCE, Batches.queued(), Batches.finished());
            assertThat(answer().body()).isEqualTo(StatusJson.of(Batches.queued()));
            assertThat(answer().body()).isEqualTo(StatusJson.of(Batches.finished()));
            world.refuses(Batches.REFERENCE, RefusalReason.UNAUTHENTICATED);
            assertThat(answer().statusCode()).isEqualTo(401);
            world.refuses(Batches.REFERENCE, RefusalReason.FORBIDDEN);
            assertThat(answer().statusCode()).isEqualTo(403);
            world.refuses(Batches.REFERENCE, RefusalReason.REJECTED);
            assertThat(answer().statusCode()).isEqualTo(400);
            world.throttles(Batches.REFERENCE, Duration.ofSeconds(57));
            assertThat(answer().headers().firstValue("Retry-After")).contains("57");
            world.fails(Batches.REFERENCE);
            assertThat(answer().statusCode()).isEqualTo(503);
            world.answersAboutAnotherBatch(Batches.REFERENCE);
            assertThat(answer().body())
                    .contains("0127ed8e-ff72-4983-a3d8-e8d8bd378933")
                    .contains("finished");
        }
    }

    @Test
    void variesTheNonsense() throws Exception {
        try (world;
                client) {
            world.answersNonsense(Batches.REFERENCE);
            assertThat(answer().body()).startsWith("<html>");
            assertThat(answer().body()).startsWith("{\"batch");
            assertThat(answer().body()).isEqualTo("{}");
            assertThat(answer().body()).isEqualTo("null");
            assertThat(answer().body()).isEmpty();
        }
    }

    @Test
    void tellsWhenAQuestionIsLeftInSilence() throws Exception {
        try (world;
                client;
                RawClient raw = RawClient.of(world.partnerCenter())) {
            CountDownLatch asked = world.staysSilent(Batches.REFERENCE);
            assertThat(asked.getCount()).isOne();
            assertThat(raw.ask(Batches.REFERENCE).leaveAndReadAll()).isEmpty();
            assertThat(asked.getCount()).isZero();
        }
    }

    @Test
    void closesTheAdapterAndTheServer() {
        AtomicInteger closed = new AtomicInteger();
        HttpEnvironment owning = HttpEnvironment.asking(
                (baseUrl, token) -> closed::incrementAndGet, adapter -> batch -> Answers.notFound());
        owning.close();
        assertThat(closed).hasValue(1);
        assertThatThrownBy(() -> RawClient.of(owning.partnerCenter())).isInstanceOf(java.net.ConnectException.class);
        world.close();
        client.close();
    }

    private HttpResponse<String> answer() throws Exception {
        return client.ask(Batches.REFERENCE);
    }
}
