package io.github.devicebatch.testkit.server;

import static io.github.devicebatch.testkit.support.MagicQuestion.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.support.Client;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MagicBatchAnswerTest {

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FINISHED              | 200         | \"status\":\"finished\"",
                "QUEUED_FOR_EVER       | 200 200     | \"status\":\"queued\"",
                "SOME_FAILED           | 200         | \"errorCode\":\"808\"",
                "ALL_FAILED            | 200         | \"serialNumber\":\"1234567890\"",
                "UNCONFIRMED           | 200         | \"devicesStatus\":[]",
                "UNLISTED_STATE        | 200         | \"status\":\"paused\"",
                "THROTTLED_ONCE        | 429 200 200 | \"status\":\"finished\"",
                "THROTTLED             | 429 429 429 | \"statusCode\":429",
                "NOT_FOUND_YET         | 404 404 200 | \"status\":\"finished\"",
                "UNAUTHORIZED_ONCE     | 401 200     | \"status\":\"finished\"",
                "UNAVAILABLE_AT_FIRST  | 503 503 200 | \"status\":\"finished\"",
                "BAD_REQUEST           | 400 400     | \"code\":\"800002\"",
                "UNAUTHORIZED          | 401 401     | \"code\":\"800001\"",
                "WITHOUT_SECOND_FACTOR | 401 401     | \"code\":\"900421\"",
                "FORBIDDEN             | 403 403     | \"code\":\"20002\"",
                "NOT_FOUND             | 404 404 404 | \"code\":\"1000\"",
                "REQUEST_TIMEOUT       | 408 408     | {\"error\":{\"code\":\"RequestTimeout\"",
                "INTERNAL_ERROR        | 500 500     | {\"code\":800003,",
                "BAD_GATEWAY           | 502 502     | <h1>502 Bad Gateway</h1>",
                "UNAVAILABLE           | 503 503 503 | {\"statusCode\":503,",
                "GATEWAY_TIMEOUT       | 504 504     | ``",
                "REDIRECT              | 302 302     | ``",
                "UNREADABLE            | 200         | {\"batchTrackingId\":\"00",
                "LOGIN_PAGE            | 200         | Please sign in",
                "ANOTHER_BATCH         | 200         | \"batchTrackingId\":\"ba7c0000-",
            })
    void answersAsItSays(MagicBatch batch, String statuses, String body) throws Exception {
        HttpResponse<String> response = null;
        for (String status : statuses.split(" ")) {
            response = ask(client, batch);
            assertThat(response.statusCode()).hasToString(status);
        }
        assertThat(response.body()).contains(body);
        assertThat(response.body()).matches(text -> !body.isEmpty() || text.isEmpty());
    }
}
