package io.github.devicebatch.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.watch.LastObservation;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WaitResultTest {

    private static final Trace HTTP_503 = trace(OptionalInt.of(503));
    private static final Trace NO_STATUS = trace(OptionalInt.empty());

    @Test
    void theDescriptionHasTheProgressAndTheRequests() {
        assertThat(interrupted(Optional.of(Batches.processing().progress()), Optional.empty(), 1))
                .isEqualTo("processing, 1 of 3 processed; 1 request");
    }

    @Test
    void theDescriptionHasTheHttpStatusOfTheLastAnswer() {
        assertThat(interrupted(Optional.of(Batches.queued().progress()), Optional.of(failing(HTTP_503)), 3))
                .isEqualTo("queued; 3 requests; last answer: HTTP 503");
    }

    @Test
    void theDescriptionHasTheVerdictOfALastAnswerWithoutAStatus() {
        assertThat(interrupted(Optional.of(Batches.queued().progress()), Optional.of(failing(NO_STATUS)), 3))
                .isEqualTo("queued; 3 requests; last answer: unavailable");
    }

    @Test
    void withoutAProgressTheDescriptionCountsRequests() {
        assertThat(interrupted(Optional.empty(), Optional.of(failing(HTTP_503)), 2))
                .isEqualTo("no status received in 2 requests (HTTP 503)");
        assertThat(interrupted(Optional.empty(), Optional.empty(), 0)).isEqualTo("no status received in 0 requests");
    }

    @Test
    void theDescriptionDoesNotRepeatTheHeadline() {
        var refused = new Refused(RefusalReason.UNAUTHENTICATED, Party.CLIENT, Fault.UNEXPLAINED, Trace.NOTHING_SENT);
        var ended = new WatchEnding.GaveUp(refused, Optional.empty(), 1);

        assertThat(WaitResult.of(Batches.REFERENCE, ended).describe()).isEqualTo("no status received in 1 request");
    }

    private static String interrupted(
            Optional<BatchProgress> progress, Optional<BatchStatusAnswer> failure, int requests) {
        return WaitResult.interrupted(Batches.REFERENCE, new LastObservation(progress, failure), requests)
                .describe();
    }

    private static BatchStatusAnswer failing(Trace trace) {
        return new Unavailable(UnavailabilityCause.FAILING, "a test", Optional.empty(), trace);
    }

    private static Trace trace(OptionalInt httpStatus) {
        return new Trace(1, Duration.ZERO, httpStatus, Optional.empty(), Optional.empty(), ServerIds.NONE);
    }
}
