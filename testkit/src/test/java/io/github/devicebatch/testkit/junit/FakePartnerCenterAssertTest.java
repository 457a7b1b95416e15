package io.github.devicebatch.testkit.junit;

import static io.github.devicebatch.testkit.junit.FakePartnerCenterAssert.assertThat;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Assertions for three requests: two for one batch, 57 seconds apart, and one to another path 5.25 seconds later. */
@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
@Lenient
record FakePartnerCenterAssertTest(FakePartnerCenter partnerCenter, ManualTime time, Client client) {

    private static final String REQUEST_ID = Client.headers().get("MS-RequestId");

    @BeforeEach
    void receiveThreeRequests() throws Exception {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Reply.throttled(Duration.ofSeconds(57)))
                .then(Batches.finished());
        client.requestStatus(Batches.REFERENCE);
        time.advance(Duration.ofSeconds(57));
        client.requestStatus(Batches.REFERENCE);
        time.advance(Duration.ofMillis(5_250));
        Map<String, String> headers = Client.headers();
        headers.put("MS-RequestId", new UUID(1, 2).toString());
        client.get("/v1/invoices?page=1", headers);
    }

    @Test
    void passesForMatchingRequests() {
        assertThat(partnerCenter)
                .received(2)
                .requestsFor(Batches.REFERENCE)
                .atLeast(57, SECONDS)
                .apart()
                .atLeast(Duration.ofSeconds(56))
                .apart()
                .atMost(57, SECONDS)
                .apart()
                .withSameRequestId()
                .onOneConnection()
                .withHeader("ms-contract-version", "v1")
                .withHeader("Authorization", RecordedRequest.REDACTED)
                .withoutHeader("X-Locale")
                .answeredWith(429, 200);
        assertThat(partnerCenter).received(1).requestsTo("/V1/invoices").withDifferentRequestIds();
        assertThat(partnerCenter).received(3).requests();
        assertThat(partnerCenter).received(0).requestsFor(Batches.anotherBatch());
    }

    @Test
    void passesForAFakeWithoutRequests() {
        partnerCenter.control().reset();
        assertThat(partnerCenter).receivedNothing();
    }

    @TestFactory
    Stream<DynamicTest> reportsTheExpectation() {
        return Stream.of(
                fails(
                        "to be two or more, each at least 5.251 s after",
                        all -> all.atLeast(Duration.ofMillis(5_251)).apart()),
                fails(
                        "to be two or more, each at most 56.000 s after",
                        all -> all.atMost(56, SECONDS).apart()),
                fails("to have the same MS-RequestId", RecordedRequestsAssert::withSameRequestId),
                fails("to have an MS-RequestId each", RecordedRequestsAssert::withDifferentRequestIds),
                fails("to have the header Accept: text/html", all -> all.withHeader("Accept", "text/html")),
                fails("to have no header Accept", all -> all.withoutHeader("Accept")),
                fails("to be answered with [429, 200]", all -> all.answeredWith(429, 200)));
    }

    @Test
    void requiresTwoRequestsForATimeBetweenThem() {
        assertThatThrownBy(() -> assertThat(partnerCenter)
                        .received(1)
                        .requestsTo("/v1/invoices")
                        .atLeast(0, SECONDS)
                        .apart())
                .hasMessageContaining("to be two or more");
    }

    @Test
    void reportsASecondConnection() throws Exception {
        try (Client second = Client.of(partnerCenter)) {
            second.requestStatus(Batches.REFERENCE);
        }
        assertThatThrownBy(
                        () -> assertThat(partnerCenter).received(4).requests().onOneConnection())
                .hasMessageContainingAll("to come on one connection", "connection 1", "connection 2");
    }

    @Test
    void listsTheReceivedRequests() {
        String path = Client.path(Batches.REFERENCE);
        assertThatThrownBy(() ->
                        assertThat(partnerCenter).as("description").received(3).requestsFor(Batches.REFERENCE))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        [description]\s
                        Expecting
                          %s
                        to have received 3 requests for %s
                        but it received 2. All received requests:
                          1. +0.000 s  GET %s -> 429, connection 1, MS-RequestId %s
                          2. +57.000 s  GET %3$s -> 200, connection 1, MS-RequestId %4$s
                          3. +62.250 s  GET /v1/invoices?page=1 -> 404, connection 1, \
                        MS-RequestId 00000000-0000-0001-0000-000000000002, not planned""", partnerCenter, Batches.REFERENCE, path, REQUEST_ID);
        assertThatThrownBy(() -> assertThat(partnerCenter).receivedNothing())
                .hasMessageContaining("to have received 0 requests")
                .hasMessageNotContaining(Client.TOKEN);
    }

    private DynamicTest fails(String expected, Consumer<RecordedRequestsAssert> assertion) {
        return DynamicTest.dynamicTest(
                expected,
                () -> assertThatThrownBy(() -> assertion.accept(
                                assertThat(partnerCenter).received(3).requests()))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageStartingWith("\nExpecting the requests\n  1. +0.000 s  GET ")
                        .hasMessageContaining("\n" + expected));
    }
}
