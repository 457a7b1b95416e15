package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One exchange has the time of an attempt, or what is left for the question if that is less. */
class HttpExchangeTest {

    private static final String ID = "3e4b1c4e-6f0a-4f7e-9a53-0f3c1f0a8d11";

    private final FakePartnerCenter fake = FakePartnerCenter.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        fake.close();
    }

    @RepeatedTest(20)
    void sendsNothingWhenNoTimeIsLeft() throws InterruptedException {
        assertThat(sendWithin(Duration.ofSeconds(15), Duration.ZERO))
                .isEqualTo(new HttpSender.Result.Failed(
                        UnavailabilityCause.DEADLINE, "no whole answer within the 0 ms that were left for the query"));
        assertThat(fake.connections().accepted()).isZero();
    }

    @Test
    void endsWithTheQuestion() throws InterruptedException {
        assertThat(sendWithin(Duration.ofSeconds(15), Duration.ofMillis(50)))
                .isEqualTo(new HttpSender.Result.Failed(
                        UnavailabilityCause.DEADLINE, "no whole answer within the 50 ms that were left for the query"));
    }

    @Test
    void endsWithTheAttempt() throws InterruptedException {
        assertThat(sendWithin(Duration.ofMillis(50), Duration.ofSeconds(15)))
                .isEqualTo(new HttpSender.Result.Failed(UnavailabilityCause.TIMED_OUT, "no whole answer within 50 ms"));
    }

    private HttpSender.Result sendWithin(Duration attempt, Duration left) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.silence());
        HttpRequest request = HttpRequest.newBuilder(new BaseUrl(fake.baseUrl()).batchJobStatus(Batches.REFERENCE))
                .headers("Authorization", "Bearer made-up", "Accept", "application/json", "X-Locale", "en-US")
                .headers("MS-RequestId", ID, "MS-CorrelationId", ID, "MS-Contract-Version", "v1")
                .build();
        return new HttpSender(new ConnectionPool(new ClientSource.Callers(client)), attempt, 1 << 20)
                .send(request, left);
    }
}
