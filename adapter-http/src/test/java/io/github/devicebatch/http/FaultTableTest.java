package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.TestServer;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import io.github.devicebatch.testkit.server.Tls;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks every row of the fault table with all decorators. */
@Timeout(60)
class FaultTableTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(800), Duration.ofMillis(1_600), Duration.ofMillis(3_200));

    private static FakePartnerCenter secureFake;

    private final ManualTime time = ManualTime.start();

    @BeforeAll
    static void start() {
        secureFake = FakePartnerCenter.start(Tls.VALID);
    }

    @AfterAll
    static void close() {
        secureFake.close();
    }

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.http.support.FaultTable#rows")
    void hasTheExpectedAnswer(FaultRow row) throws InterruptedException {
        try (TestServer server = row.server().get();
                PartnerCenter partnerCenter =
                        server.builder(time).attemptTimeout(row.timeout()).build()) {
            BatchStatusAnswer answer = partnerCenter.batchStatus().ask(Batches.REFERENCE);

            assertThat(FaultRow.summary(answer)).isEqualTo(row.answer());
            assertThat(answer.trace().attempts()).isEqualTo(row.attempts());
            assertThat(time.pauses()).isEqualTo(PAUSES.subList(0, row.attempts() - 1));
            assertThat(answer.trace().elapsed()).isEqualTo(Duration.between(ManualTime.DEFAULT_START, time.instant()));
            assertThat(answer.trace().earlierCauses())
                    .hasSize(row.attempts() - 1)
                    .allMatch(cause -> row.answer().startsWith(cause + ":"));
            if (server.fake().isPresent()) {
                assertOneQuery(server.fake().get(), row);
                assertNoConnectionOpen(server.fake().get(), row);
                assertNextQueryAnswered(server.fake().get(), partnerCenter, row);
            }
        }
    }

    /** Over TLS a connection ends in other ways for the JDK. */
    @ParameterizedTest
    @MethodSource("io.github.devicebatch.http.support.FaultTable#replies")
    void hasTheSameAnswerOverTls(FaultRow row) throws InterruptedException {
        secureFake.script(Batches.REFERENCE).then(row.reply().orElseThrow());
        try (HttpClient client =
                        HttpClient.newBuilder().sslContext(secureFake.trust()).build();
                PartnerCenter partnerCenter = OneAttempt.at(secureFake.baseUrl())
                        .httpClient(client)
                        .attemptTimeout(row.timeout())
                        .build()) {
            assertThat(FaultRow.summary(partnerCenter.batchStatus().ask(Batches.REFERENCE)))
                    .isEqualTo(row.answer());
            client.shutdownNow();
        }
    }

    /**
     * Checks the requests. The JDK may repeat a request with the same id if the connection ends before the first
     * byte of the response.
     */
    private static void assertOneQuery(FakePartnerCenter fake, FaultRow row) {
        List<RecordedRequest> requests = fake.requests();
        assertThat(requests)
                .hasSizeLessThanOrEqualTo(2 * row.attempts())
                .extracting(request -> request.header("MS-RequestId").orElseThrow())
                .allMatch(
                        requests.isEmpty()
                                ? id -> true
                                : requests.getFirst().header("MS-RequestId").orElseThrow()::equals);
        if (!row.isLate()) {
            assertThat(requests.stream()
                            .filter(request -> request.status().isPresent())
                            .count())
                    .isIn(0L, (long) row.attempts());
        }
    }

    private static void assertNoConnectionOpen(FakePartnerCenter fake, FaultRow row) throws InterruptedException {
        if (row.isBroken()) {
            assertThat(fake.connections().awaitOpen(0, TIMEOUT)).isTrue();
        }
    }

    private static void assertNextQueryAnswered(FakePartnerCenter fake, PartnerCenter partnerCenter, FaultRow row)
            throws InterruptedException {
        fake.connections().resetNext(0);
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());

        assertThat(FaultRow.summary(partnerCenter.batchStatus().ask(Batches.REFERENCE)))
                .isEqualTo(row.answer().startsWith("UNTRUSTED") ? row.answer() : "Found");
    }
}
