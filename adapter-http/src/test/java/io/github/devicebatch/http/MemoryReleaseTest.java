package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.watch.BatchSurvey;
import io.github.devicebatch.application.watch.BatchWatch;
import io.github.devicebatch.http.event.QueryEvent;
import io.github.devicebatch.http.support.BackgroundQuery;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.WholeReply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way out of a query whose response has reserved memory gives the memory back. */
@Timeout(60)
@ExtendWith(FakePartnerCenterExtension.class)
class MemoryReleaseTest {

    private static final int MIB = 1 << 20;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final HttpReply EXAMPLE = Reply.describing(Batches.finished());
    private static final WholeReply LARGE = EXAMPLE.paddedTo(MIB);
    private static final HttpReply CHUNKED =
            EXAMPLE.withBody(padded(EXAMPLE.body())).chunked(100_000);

    private final FakePartnerCenter fake;
    private final MemoryBudget budget = MemoryBudget.ofBytes(4 * MIB);

    MemoryReleaseTest(FakePartnerCenter fake) {
        this.fake = fake;
    }

    private static byte[] padded(byte[] body) {
        byte[] padded = new byte[MIB];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(body, 0, padded, 0, body.length);
        return padded;
    }

    @AfterEach
    void allIsFree() {
        while (budget.memory().freeKibibytes() < 4 * 1024) {
            Thread.onSpinWait();
        }
        assertThat(budget.memory().freeKibibytes()).isEqualTo(4 * 1024);
    }

    private PartnerCenterBuilder builder() {
        return OneAttempt.at(fake.baseUrl()).memory(budget);
    }

    static final List<Arguments> REPLIES = List.of(
            argumentSet("found", LARGE, Found.class),
            argumentSet("found, chunked", CHUNKED, Found.class),
            argumentSet("of another batch", another(), Unreadable.class),
            argumentSet(
                    "encoded", EXAMPLE.withHeader("Content-Encoding", "gzip").paddedTo(MIB), Unreadable.class),
            argumentSet("not JSON", Reply.html(200, "<html>").paddedTo(MIB), Unreadable.class),
            argumentSet("malformed", Reply.json(200, "{").paddedTo(MIB), Unreadable.class),
            argumentSet("too large", EXAMPLE.paddedTo(5 * MIB), Unreadable.class),
            argumentSet("endless", EXAMPLE.paddedForEver(), Unreadable.class),
            argumentSet("truncated", LARGE.truncatedAfter(MIB / 2), Unavailable.class),
            argumentSet("truncated, chunked", CHUNKED.truncatedAfter(MIB / 2), Unavailable.class),
            argumentSet("without the last chunk", CHUNKED.truncatedBeforeLastChunk(), Unavailable.class),
            argumentSet("reset", LARGE.resetAfter(MIB / 2), Unavailable.class),
            argumentSet("stalled", LARGE.stallingAfter(MIB / 2), Unavailable.class),
            argumentSet("stalled, chunked", CHUNKED.stallingAfter(MIB / 2), Unavailable.class));

    private static Reply another() {
        return Reply.describing(Batches.finished(Batches.anotherBatch().tracking()))
                .paddedTo(MIB);
    }

    @ParameterizedTest
    @FieldSource("REPLIES")
    void afterAnyResponse(Reply reply, Class<? extends BatchStatusAnswer> kind) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(reply);
        try (PartnerCenter partnerCenter =
                builder().attemptTimeout(timeout(kind)).build()) {
            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE)).isInstanceOf(kind);
        }
    }

    /** Only what has no whole response may end by its timeout. */
    private static Duration timeout(Class<? extends BatchStatusAnswer> kind) {
        return kind == Unavailable.class ? SHORT.multipliedBy(3) : LONG;
    }

    @Test
    void afterAnInterruption() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(LARGE.stallingAfter(MIB / 2));
        try (PartnerCenter partnerCenter = builder().build()) {
            BackgroundQuery query = BackgroundQuery.of(partnerCenter);
            awaitReservation();

            query.assertInterruptible();
        }
    }

    private void awaitReservation() {
        while (budget.memory().freeKibibytes() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void afterThePartnerCenterWasClosed() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(LARGE.stallingAfter(MIB / 2));
        PartnerCenter partnerCenter = builder().build();
        Thread query = Thread.ofVirtual().start(() -> ask(partnerCenter));
        awaitReservation();

        partnerCenter.close();
        query.join();
    }

    private static void ask(PartnerCenter partnerCenter) {
        try {
            partnerCenter.batchStatus().ask(Batches.REFERENCE);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void afterAnErrorBetweenResponseAndAnswer() {
        fake.script(Batches.REFERENCE).then(LARGE);
        Error error = new OutOfMemoryError("planted");
        try (PartnerCenter partnerCenter = builder()
                .listener(event -> {
                    if (event instanceof QueryEvent.RequestEnded) {
                        throw error;
                    }
                })
                .build()) {
            assertThatThrownBy(() -> partnerCenter.batchStatus().ask(Batches.REFERENCE))
                    .isSameAs(error);
        }
    }

    /** The answer is whole and its memory belongs to the survey, which never sees it. */
    @Test
    void afterAnErrorBetweenAnswerAndSurvey() {
        fake.script(Batches.REFERENCE).then(LARGE);
        Error error = new OutOfMemoryError("planted");
        try (PartnerCenter partnerCenter = builder().build()) {
            BatchSurvey survey = BatchSurvey.of(
                    batch -> {
                        partnerCenter.batchStatus().ask(batch);
                        assertThat(budget.memory().freeKibibytes()).isLessThan(4 * 1024);
                        throw error;
                    },
                    2);

            assertThatThrownBy(() -> survey.ask(List.of(Batches.REFERENCE), (batch, answer) -> {}))
                    .isSameAs(error);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void afterTheListenerOfASurveyHasReturnedOrFailed(int concurrency) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(LARGE);
        try (PartnerCenter partnerCenter = builder().build()) {
            BatchSurvey survey = BatchSurvey.of(partnerCenter.batchStatus(), concurrency);
            for (int run = 0; run < 2; run++) {
                survey.ask(List.of(Batches.REFERENCE), (batch, answer) -> assertIsHeld());
                allIsFree();
            }
            assertThatThrownBy(() -> survey.ask(List.of(Batches.REFERENCE), (batch, answer) -> {
                        assertIsHeld();
                        throw new IllegalStateException("the listener failed");
                    }))
                    .hasMessage("the listener failed");
        }
    }

    private void assertIsHeld() {
        assertThat(budget.memory().freeKibibytes()).isLessThan(4 * 1024);
    }

    @Test
    void afterAWatchHasReported() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(LARGE);
        try (PartnerCenter partnerCenter = builder().build()) {
            BatchWatch.of(partnerCenter.batchStatus()).watch(Batches.REFERENCE, event -> assertIsHeld());
        }
    }

    /** A caller that asks directly owns the answer. */
    @Test
    void afterADirectQuery() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(LARGE);
        try (PartnerCenter partnerCenter = builder().build()) {
            BatchStatusAnswer answer = partnerCenter.batchStatus().ask(Batches.REFERENCE);

            assertThat(answer).isInstanceOf(Found.class);
            allIsFree();
        }
    }
}
