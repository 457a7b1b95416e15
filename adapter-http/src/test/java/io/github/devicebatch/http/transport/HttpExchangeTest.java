package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.query.StatusRequestFactory;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One exchange has the time of an attempt, or what is left for the question if that is less. */
class HttpExchangeTest {

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
                        UnavailabilityCause.DEADLINE,
                        "no whole answer within the 0 ms that were left for the question"));
        assertThat(fake.connections().accepted()).isZero();
    }

    @Test
    void endsWithTheQuestion() throws InterruptedException {
        assertThat(sendWithin(Duration.ofSeconds(15), Duration.ofMillis(50)))
                .isEqualTo(new HttpSender.Result.Failed(
                        UnavailabilityCause.DEADLINE,
                        "no whole answer within the 50 ms that were left for the question"));
    }

    @Test
    void endsWithTheAttempt() throws InterruptedException {
        assertThat(sendWithin(Duration.ofMillis(50), Duration.ofSeconds(15)))
                .isEqualTo(new HttpSender.Result.Failed(UnavailabilityCause.TIMED_OUT, "no whole answer within 50 ms"));
    }

    private HttpSender.Result sendWithin(Duration attempt, Duration left) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.silence());
        QueryContext question =
                new QueryContext.Factory(InstantSource.system(), UUID::randomUUID, Duration.ofMinutes(2)).next();
        HttpRequest request = new StatusRequestFactory(
                        new BaseUrl(fake.baseUrl()), StatusRequestFactory.RequestHeaders.DEFAULT)
                .about(Batches.REFERENCE, AccessToken.of("made-up"), question);
        return new HttpSender(client, attempt).send(request, left);
    }
}
