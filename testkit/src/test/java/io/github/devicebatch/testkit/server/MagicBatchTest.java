package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.junit.Lenient;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
@Timeout(60)
record MagicBatchTest(FakePartnerCenter partnerCenter, ManualTime time, Client client) {

    @BeforeEach
    void turnMagicBatchesOn() {
        partnerCenter.control().magicBatches(true);
    }

    @Test
    void hasUniqueIdsAndDescriptions() {
        assertThat(MagicBatch.THROTTLED_ONCE.trackingId()).hasToString("00000000-0000-0000-0000-000000000429");
        assertThat(Arrays.stream(MagicBatch.values()).map(MagicBatch::trackingId))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(MagicBatch.values()).map(MagicBatch::description))
                .doesNotHaveDuplicates();
    }

    @Test
    void describesTheRequestedId() throws Exception {
        for (MagicBatch batch : MagicBatch.values()) {
            String replied = replied(batch);
            assertThat(replied.contains("\"batchTrackingId\":\"" + batch.trackingId() + "\""))
                    .as(batch.name())
                    .isEqualTo(replied.contains("\"devicesStatus\"") && batch != MagicBatch.ANOTHER_BATCH);
        }
    }

    /** Returns the body of the fifth reply, empty for connection faults. */
    private String replied(MagicBatch batch) {
        ReplySource course = batch.newSource(time);
        Reply reply = null;
        for (int question = 0; question < 5; question++) {
            reply = course.next().orElseThrow();
        }
        return reply instanceof HttpReply http ? new String(http.body()) : "";
    }

    @Nested
    class Replies {

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
        void followTheDescription(MagicBatch batch, String statuses, String body) throws Exception {
            HttpResponse<String> response = null;
            for (String status : statuses.split(" ")) {
                response = requestStatus(client, batch);
                assertThat(response.statusCode()).hasToString(status);
            }
            assertThat(response.body()).contains(body);
            assertThat(response.body()).matches(text -> !body.isEmpty() || text.isEmpty());
        }
    }

    @Nested
    class OverTime {

        @Test
        void changeWithTheClock() throws Exception {
            assertThat(requestStatus(client, MagicBatch.WHOLE_JOB).body()).contains("\"status\":\"queued\"");
            time.advance(Duration.ofMinutes(1));
            assertThat(requestStatus(client, MagicBatch.WHOLE_JOB).body()).contains("\"status\":\"processing\"");
            time.advance(Duration.ofMinutes(10));
            assertThat(requestStatus(client, MagicBatch.WHOLE_JOB).body())
                    .contains("\"status\":\"finished\",\"startedTime\"");
        }

        @Test
        void areIndependentForEachCustomer() throws Exception {
            assertThat(requestStatus(client, MagicBatch.THROTTLED_ONCE).statusCode())
                    .isEqualTo(429);
            CustomerId another = Batches.numbered(7).customer();
            BatchReference theirs = new BatchReference(another, MagicBatch.THROTTLED_ONCE.trackingId());
            assertThat(client.requestStatus(theirs).statusCode()).isEqualTo(429);
            assertThat(client.requestStatus(theirs).statusCode()).isEqualTo(200);
            partnerCenter.control().reset();
            assertThat(client.requestStatus(theirs).statusCode()).isEqualTo(429);
        }
    }

    @Nested
    class ConnectionFaults {

        @ParameterizedTest
        @EnumSource(names = {"TRUNCATED", "RESET"})
        void endTheConnection(MagicBatch batch) {
            assertThatThrownBy(() -> requestStatus(client, batch)).isInstanceOf(IOException.class);
        }

        @ParameterizedTest
        @EnumSource(names = {"SILENT", "DRIP", "SLOW"})
        void delayTheResponse(MagicBatch batch) throws Exception {
            try (RawClient raw = RawClient.of(partnerCenter)) {
                String answer = raw.requestStatus(reference(batch)).closeOutputAndReadAll();
                int head = answer.indexOf("\r\n\r\n") + 4;
                switch (batch) {
                    case SILENT -> assertThat(answer).isEmpty();
                    case DRIP -> assertThat(answer).hasSize(head + 1).startsWith("HTTP/1.1 200 OK");
                    default -> assertThat(answer).hasSize(200).startsWith("HTTP/1.1 200 OK");
                }
            }
        }
    }

    @Nested
    class OnAndOff {

        @Test
        @Lenient
        void isUnknownWhenOff() throws Exception {
            partnerCenter.control().magicBatches(false);
            assertThat(requestStatus(client, MagicBatch.FINISHED))
                    .returns(404, HttpResponse::statusCode)
                    .satisfies(unknown -> assertThat(unknown.body()).contains("\"code\":\"60003\""));
            try (FakePartnerCenter fresh = FakePartnerCenter.start();
                    Client asking = Client.of(fresh)) {
                assertThat(asking.requestStatus(reference(MagicBatch.FINISHED)).statusCode())
                        .isEqualTo(404);
            }
        }

        @Test
        void isReplacedByAScript() throws Exception {
            partnerCenter.script(reference(MagicBatch.FINISHED)).then(Reply.status(418));
            assertThat(requestStatus(client, MagicBatch.FINISHED).statusCode()).isEqualTo(418);
        }
    }

    private static HttpResponse<String> requestStatus(Client client, MagicBatch batch) throws Exception {
        return client.requestStatus(reference(batch));
    }

    private static BatchReference reference(MagicBatch batch) {
        return new BatchReference(Batches.CUSTOMER, batch.trackingId());
    }
}
