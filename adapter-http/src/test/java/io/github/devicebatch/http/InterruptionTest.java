package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.http.support.BackgroundQuery;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.BlackHole;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interruption of a query in each of its phases. It ends the query and leaves no connection open. */
@Timeout(60)
@ExtendWith(FakePartnerCenterExtension.class)
record InterruptionTest(FakePartnerCenter fake) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final HttpReply EXAMPLE = Reply.documentedExample();

    static Stream<Reply> incompleteReplies() {
        return Stream.of(
                Reply.silence(),
                EXAMPLE.stallingAtByte(9),
                EXAMPLE.stallingAtByte(40),
                EXAMPLE.stallingAfter(0),
                EXAMPLE.stallingAfter(300),
                EXAMPLE.dripping(1, Duration.ofMillis(20)),
                EXAMPLE.drippingBody(1, Duration.ofMillis(20)),
                EXAMPLE.chunked(100).stallingAfter(250),
                EXAMPLE.paddedForEver());
    }

    @ParameterizedTest
    @MethodSource("incompleteReplies")
    void endsTheQueryDuringTheResponse(Reply reply) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(reply);
        try (PartnerCenter partnerCenter = builder().build()) {
            BackgroundQuery query = BackgroundQuery.of(partnerCenter);
            assertThat(fake.awaitRequests(1, TIMEOUT)).isTrue();
            query.awaitWaiting().assertInterruptible();

            assertThat(fake.connections().awaitOpen(0, TIMEOUT)).isTrue();
            assertThat(fake.requestCount()).isEqualTo(1);
            assertNextQueryAnswered(partnerCenter);
        }
    }

    @ParameterizedTest
    @MethodSource("incompleteReplies")
    void cancellingAFutureEndsItsQueryDuringTheResponse(Reply reply) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(reply);
        try (PartnerCenter partnerCenter = builder().build();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<BatchStatusAnswer> answer =
                    partnerCenter.batchStatus().askAsync(Batches.REFERENCE, executor);
            assertThat(fake.awaitRequests(1, TIMEOUT)).isTrue();
            answer.cancel(true);

            assertThat(fake.connections().awaitOpen(0, TIMEOUT)).isTrue();
            executor.shutdown();
            assertThat(executor.awaitTermination(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                    .as("the thread of the query has ended")
                    .isTrue();
            assertThat(fake.requestCount()).isEqualTo(1);
            assertNextQueryAnswered(partnerCenter);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void endsTheQueryDuringConnectionSetup() throws Exception {
        try (BlackHole hole = BlackHole.open();
                HttpClient client = HttpClient.newHttpClient();
                PartnerCenter unreachable =
                        OneAttempt.at(hole.baseUrl()).httpClient(client).build();
                PartnerCenter other = builder().httpClient(client).build()) {
            int port = hole.baseUrl().getPort();
            long before = connecting(port);
            BackgroundQuery query = BackgroundQuery.of(unreachable).awaitWaiting();
            awaitConnecting(port, before + 1);
            query.assertInterruptible();

            // The JDK closes the socket when its selector wakes up: at the next query, or within 3 s.
            assertNextQueryAnswered(other);
            awaitConnecting(port, before);
        }
    }

    @Test
    void endsAProbeOfTheCircuitBreaker() throws InterruptedException {
        var time = ManualTime.start();
        fake.script(Batches.REFERENCE).then(Reply.status(503));
        try (PartnerCenter partnerCenter =
                builder().retries(RetrySettings.NONE).time(time, time).build()) {
            for (int failure = 0; failure < 10; failure++) {
                partnerCenter.batchStatus().ask(Batches.REFERENCE);
            }
            time.advance(Duration.ofSeconds(30));
            for (int probe = 0; probe < 3; probe++) {
                fake.script(Batches.REFERENCE).then(Reply.silence());
                BackgroundQuery query = BackgroundQuery.of(partnerCenter);
                assertThat(fake.awaitRequests(11 + probe, TIMEOUT)).isTrue();
                query.awaitWaiting().assertInterruptible();
            }
            assertNextQueryAnswered(partnerCenter);
        }
    }

    @Test
    void endsAPauseBetweenAttempts() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.status(503).retryAfter(Duration.ofSeconds(57)));
        var pausing = new CountDownLatch(1);
        try (PartnerCenter partnerCenter = builder()
                .listener((batch, attempt, answer, untilNext) -> pausing.countDown())
                .build()) {
            BackgroundQuery query = BackgroundQuery.of(partnerCenter);
            pausing.await();
            query.awaitWaiting().assertInterruptible();

            assertThat(fake.requestCount()).isEqualTo(1);
            assertNextQueryAnswered(partnerCenter);
        }
    }

    @Test
    void endsTheWaitForAPermitAndReturnsThePermit() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(EXAMPLE);
        var time = ManualTime.start();
        var waiting = new Semaphore(0);
        var gate = new Semaphore(0);
        try (PartnerCenter partnerCenter = builder()
                .rateLimit(new RateLimitSettings(Duration.ofSeconds(50), 1))
                .time(time, pause -> {
                    waiting.release();
                    gate.acquire();
                    time.pause(pause);
                })
                .build()) {
            assertNextQueryAnswered(partnerCenter);
            BackgroundQuery query = BackgroundQuery.of(partnerCenter);
            waiting.acquire();
            query.assertInterruptible();

            assertThat(fake.requestCount()).isEqualTo(1);
            gate.release();
            assertNextQueryAnswered(partnerCenter);
            assertThat(time.pauses()).isEqualTo(List.of(Duration.ofSeconds(50)));
        }
    }

    @Test
    void endsAQueryBeforeItsFirstAttempt() throws InterruptedException {
        try (PartnerCenter partnerCenter = builder().build()) {
            Thread.currentThread().interrupt();
            assertThat(catchThrowable(() -> partnerCenter.batchStatus().ask(Batches.REFERENCE)))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(fake.connections().accepted()).isZero();
            assertNextQueryAnswered(partnerCenter);
        }
    }

    private PartnerCenterBuilder builder() {
        return OneAttempt.at(fake.baseUrl()).retries(RetrySettings.DEFAULT).attemptTimeout(Duration.ofMinutes(1));
    }

    private void assertNextQueryAnswered(PartnerCenter partnerCenter) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(EXAMPLE);
        assertThat(FaultRow.summary(partnerCenter.batchStatus().ask(Batches.REFERENCE)))
                .isEqualTo("Found");
    }

    private static void awaitConnecting(int port, long count) throws IOException {
        while (connecting(port) != count) {
            assertThat(Thread.interrupted()).as("out of time").isFalse();
            Thread.onSpinWait();
        }
    }

    /** Returns the number of sockets that have sent a SYN to {@code port} and received no answer. */
    private static long connecting(int port) throws IOException {
        String to = String.format(":%04X 02 ", port);
        long count = 0;
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            try (Stream<String> sockets = Files.lines(Path.of(table))) {
                count += sockets.filter(socket -> socket.contains(to)).count();
            }
        }
        return count;
    }
}
