package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.junit.Lenient;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record RequestJournalTest(FakePartnerCenter partnerCenter, ManualTime time, Client client) {

    @Test
    void keepsTheLatestRequests() {
        RequestJournal journal = new RequestJournal(time);
        for (int number = 0; number < RequestJournal.CAPACITY + 3; number++) {
            journal.add(
                    new Request(1, "GET", "/" + number, "HTTP/1.1", Collections.emptyMap(), ""),
                    RequestHandler.Result.with(Reply.empty(200)));
        }
        assertThat(journal.requests()).hasSize(RequestJournal.CAPACITY);
        assertThat(journal.requests().getFirst().path()).isEqualTo("/3");
    }

    @Test
    void recordsRequestsWithoutResponse() {
        RequestJournal journal = new RequestJournal(time);
        Request request = new Request(1, "GET", "/", "HTTP/1.1", Collections.emptyMap(), "");
        journal.add(request, RequestHandler.Result.with(Reply.silence()));
        journal.add(
                request, RequestHandler.Result.with(Reply.documentedExample().stallingAfter(1)));
        journal.add(
                request, RequestHandler.Result.with(Reply.documentedExample().truncatedAfter(1)));
        assertThat(journal.requests())
                .extracting(RecordedRequest::status)
                .containsExactly(OptionalInt.empty(), OptionalInt.of(200), OptionalInt.of(200));
    }

    @Nested
    class InAFake {

        @Test
        @Lenient
        void recordsRequestsInOrder() throws Exception {
            partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
            client.requestStatus(Batches.REFERENCE);
            time.advance(Duration.ofSeconds(5));
            client.requestStatus(Batches.anotherCustomersBatch());
            assertThat(partnerCenter.requests())
                    .satisfiesExactly(
                            first -> {
                                assertThat(first.when()).isEqualTo(ManualTime.DEFAULT_START);
                                assertThat(first.method()).isEqualTo("GET");
                                assertThat(first.path()).isEqualTo(Client.path(Batches.REFERENCE));
                                assertThat(first.status()).hasValue(200);
                                assertThat(first.connection()).isEqualTo(1);
                                assertThat(first.header("ms-requestid"))
                                        .contains(Client.headers().get("MS-RequestId"));
                                assertThat(first.header("X-Locale")).isEmpty();
                            },
                            second -> {
                                assertThat(second.when()).isEqualTo(ManualTime.DEFAULT_START.plusSeconds(5));
                                assertThat(second.status()).hasValue(404);
                            });
        }
    }

    @Nested
    class Secrets {

        @Test
        @Lenient
        void areRedactedEverywhere() throws Exception {
            Map<String, String> headers = Client.headers();
            headers.put("X-Debug", "again: " + Client.TOKEN);
            headers.put("Cookie", "session=" + Client.TOKEN);
            client.get("/v1/customers?token=" + Client.TOKEN, headers);
            assertThat(partnerCenter.requests().getFirst().header("Authorization"))
                    .contains(RecordedRequest.REDACTED);
            assertThat(partnerCenter.requests().toString())
                    .contains("X-Debug=[again: REDACTED]", "token=REDACTED")
                    .doesNotContain(Client.TOKEN);
            assertThat(partnerCenter.toString()).isEqualTo("FakePartnerCenter at " + partnerCenter.baseUrl());
        }
    }
}
