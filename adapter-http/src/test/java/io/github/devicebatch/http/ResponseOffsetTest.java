package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A response that is split or truncated at every offset, from the status line to the end of the body. The
 * queries are concurrent.
 */
@Timeout(60)
@ExtendWith(FakePartnerCenterExtension.class)
class ResponseOffsetTest {

    private static final HttpReply EXAMPLE = Reply.documentedExample();
    private static final HttpReply CHUNKED = EXAMPLE.chunked(100);

    private final FakePartnerCenter fake;

    @AutoClose
    private final HttpClient client = HttpClient.newHttpClient();

    ResponseOffsetTest(FakePartnerCenter fake) {
        this.fake = fake;
    }

    @Test
    void bodySplitAtAnyOffsetIsRead() throws Exception {
        assertAnswerAtEveryOffset(EXAMPLE, EXAMPLE::splitAtByte, "Found");
    }

    @Test
    void chunksSplitAtAnyOffsetAreRead() throws Exception {
        assertAnswerAtEveryOffset(CHUNKED, CHUNKED::splitAtByte, "Found");
    }

    @Test
    void responseTruncatedAtAnyOffsetIsUnreachable() throws Exception {
        assertAnswerAtEveryOffset(
                EXAMPLE, EXAMPLE::truncatedAtByte, "UNREACHABLE: the connection broke before the answer was whole");
    }

    @Test
    void chunksTruncatedAtAnyOffsetAreUnreachable() throws Exception {
        assertAnswerAtEveryOffset(
                CHUNKED, CHUNKED::truncatedAtByte, "UNREACHABLE: the connection broke before the answer was whole");
    }

    private void assertAnswerAtEveryOffset(HttpReply whole, IntFunction<Reply> fault, String answer) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            var answers = IntStream.range(0, length(whole))
                    .mapToObj(offset -> threads.submit(() -> answers(offset, fault.apply(offset))))
                    .toList();
            for (int offset = 0; offset < answers.size(); offset++) {
                assertThat(answers.get(offset).get()).as("at byte %d", offset).isEqualTo(answer);
            }
        }
    }

    private String answers(int offset, Reply reply) throws InterruptedException {
        var batch = new BatchReference(Batches.numbered(offset).customer(), Batches.TRACKING);
        fake.script(batch).then(reply);
        // Each query has its own PartnerCenter, because the failures would open a shared circuit breaker.
        return FaultRow.summary(ask(batch));
    }

    private BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        return OneAttempt.at(fake.baseUrl())
                .httpClient(client)
                .attemptTimeout(Duration.ofMinutes(1))
                .build()
                .batchStatus()
                .ask(batch);
    }

    /** Returns the length of the response that the fake sends; later responses are not shorter. */
    private int length(HttpReply whole) throws InterruptedException {
        var head = new AtomicInteger();
        fake.script(Batches.REFERENCE).then(whole.rewritingHead(text -> {
            head.set(text.length());
            return text;
        }));
        assertThat(FaultRow.summary(ask(Batches.REFERENCE))).isEqualTo("Found");
        return head.get() + whole.body().length;
    }

    /** Responses with a truncated body, with all decorators. */
    @Nested
    class Retries {

        @Test
        void bodyTruncatedAtAnyOffsetIsRetriedThreeTimes() throws Exception {
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                List<Future<BatchStatusAnswer>> answers = IntStream.range(0, EXAMPLE.body().length)
                        .mapToObj(length -> threads.submit(() -> askTruncatedAfter(length)))
                        .toList();
                for (Future<BatchStatusAnswer> answer : answers) {
                    assertThat(answer.get())
                            .isInstanceOfSatisfying(
                                    Unavailable.class,
                                    unavailable ->
                                            assertThat(unavailable.cause()).isEqualTo(UnavailabilityCause.UNREACHABLE));
                    assertThat(answer.get().trace().attempts()).isEqualTo(4);
                }
                assertThat(fake.requests()).hasSize(4 * answers.size());
            }
        }

        private BatchStatusAnswer askTruncatedAfter(int length) throws InterruptedException {
            ManualTime time = ManualTime.start();
            fake.script(Batches.numbered(length)).then(EXAMPLE.truncatedAfter(length));
            try (PartnerCenter partnerCenter = PartnerCenter.at(fake.baseUrl())
                    .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                    .httpClient(client)
                    .time(time, time)
                    .build()) {
                return partnerCenter.batchStatus().ask(Batches.numbered(length));
            }
        }
    }
}
