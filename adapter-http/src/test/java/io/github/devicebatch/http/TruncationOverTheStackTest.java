package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An answer cut at any of its bytes is no answer, and is asked for again. */
class TruncationOverTheStackTest {

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
