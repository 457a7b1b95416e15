package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void keepsWhatCameInTheOrderInWhichItCame() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        client.ask(Batches.REFERENCE);
        time.advance(Duration.ofSeconds(5));
        client.ask(Batches.anotherCustomersBatch());
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

    @Test
    void forgetsTheTokenWhereverItStood() throws Exception {
        Map<String, String> headers = Client.headers();
        headers.put("X-Debug", "again: " + Client.TOKEN);
        headers.put("Cookie", "session=" + Client.TOKEN);
        client.ask("/v1/customers?token=" + Client.TOKEN, headers);
        assertThat(partnerCenter.requests().getFirst().header("Authorization")).contains(ReceivedRequest.REDACTED);
        assertThat(partnerCenter.requests().toString())
                .contains("X-Debug=[again: REDACTED]", "token=REDACTED")
                .doesNotContain(Client.TOKEN);
        assertThat(partnerCenter.toString()).isEqualTo("FakePartnerCenter at " + partnerCenter.baseUrl());
    }

    @Test
    void remembersTheLatestOfVeryMany() {
        Journal journal = new Journal(time);
        for (int number = 0; number < Journal.CAPACITY + 3; number++) {
            journal.add(
                    new Request("GET", "/" + number, "HTTP/1.1", Collections.emptyMap(), ""),
                    1,
                    Handled.with(Reply.empty(200)));
        }
        assertThat(journal.requests()).hasSize(Journal.CAPACITY);
        assertThat(journal.requests().getFirst().path()).isEqualTo("/3");
    }

    @Test
    void tellsWhatWasLeftWithoutAnAnswer() {
        Journal journal = new Journal(time);
        Request request = new Request("GET", "/", "HTTP/1.1", Collections.emptyMap(), "");
        journal.add(request, 1, Handled.with(Reply.silence()));
        journal.add(request, 1, Handled.with(Reply.documentedExample().stallingAfter(1)));
        journal.add(request, 1, Handled.with(Reply.documentedExample().truncatedAfter(1)));
        assertThat(journal.requests())
                .extracting(ReceivedRequest::status)
                .containsExactly(OptionalInt.empty(), OptionalInt.of(200), OptionalInt.of(200));
    }
}
