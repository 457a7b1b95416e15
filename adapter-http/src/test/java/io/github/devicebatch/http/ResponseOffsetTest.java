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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One response, byte by byte, from the status line to the end of its body: many questions at once, each with its offset. */
@Timeout(60)
class ResponseOffsetTest {

    private static final HttpReply EXAMPLE = Reply.documentedExample();
    private static final HttpReply CHUNKED = EXAMPLE.chunked(100);

    private final FakePartnerCenter fake = FakePartnerCenter.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
        fake.close();
    }

    @Test
    void anAnswerInTwoSegmentsIsFoundWhereverItIsSplit() throws Exception {
        everyOffset(EXAMPLE, EXAMPLE::splitAtByte, "Found");
    }

    @Test
    void chunksInTwoSegmentsAreFoundWhereverTheyAreSplit() throws Exception {
        everyOffset(CHUNKED, CHUNKED::splitAtByte, "Found");
    }

    @Test
    void anAnswerThatEndsTooEarlyIsBrokenWhereverItEnds() throws Exception {
        everyOffset(EXAMPLE, EXAMPLE::truncatedAtByte, "UNREACHABLE: the connection broke before the answer was whole");
    }

    @Test
    void chunksThatEndTooEarlyAreBrokenWhereverTheyEnd() throws Exception {
        everyOffset(CHUNKED, CHUNKED::truncatedAtByte, "UNREACHABLE: the connection broke before the answer was whole");
    }

    private void everyOffset(HttpReply whole, IntFunction<Reply> faulted, String answer) throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(16)) {
            var asked = IntStream.range(0, length(whole))
                    .mapToObj(offset -> many.submit(() -> asked(offset, faulted.apply(offset))))
                    .toList();
            for (int offset = 0; offset < asked.size(); offset++) {
                assertThat(asked.get(offset).get()).as("at byte %d", offset).isEqualTo(answer);
            }
        }
    }

    private String asked(int offset, Reply reply) throws InterruptedException {
        var batch = new BatchReference(Batches.numbered(offset).customer(), Batches.TRACKING);
        fake.script(batch).then(reply);
        // A Partner Center of its own for each: so many failures would open the circuit of one.
        return FaultRow.inWords(ask(batch));
    }

    private BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        return OneAttempt.at(fake.baseUrl())
                .httpClient(client)
                .attemptTimeout(Duration.ofMinutes(1))
                .build()
                .batchStatus()
                .ask(batch);
    }

    /** Learns from the fake how long the whole response is; later ones are no shorter. */
    private int length(HttpReply whole) throws InterruptedException {
        var head = new AtomicInteger();
        fake.script(Batches.REFERENCE).then(whole.rewritingHead(text -> {
            head.set(text.length());
            return text;
        }));
        assertThat(FaultRow.inWords(ask(Batches.REFERENCE))).isEqualTo("Found");
        return head.get() + whole.body().length;
    }

    /** An answer cut at any of its bytes is no answer, and is asked for again. */
    @Nested
    class Retries {

        private final HttpReply example = Reply.documentedExample();

        @Test
        void aConnectionThatBreaksAtAnyByteIsTriedFourTimes() throws Exception {
            try (FakePartnerCenter fake = FakePartnerCenter.start();
                    HttpClient client = HttpClient.newHttpClient();
                    ExecutorService threads = Executors.newFixedThreadPool(8)) {
                List<Future<BatchStatusAnswer>> answers = IntStream.range(0, example.body().length)
                        .mapToObj(length -> threads.submit(() -> askCutAfter(length, fake, client)))
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

        private BatchStatusAnswer askCutAfter(int length, FakePartnerCenter fake, HttpClient client)
                throws InterruptedException {
            ManualTime time = ManualTime.start();
            fake.script(Batches.numbered(length)).then(example.truncatedAfter(length));
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
