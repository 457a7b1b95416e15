package io.github.devicebatch.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
        assertThat(interrupted(Optional.empty(), Optional.empty(), 0)).isEqualTo("no answer received");
        assertThat(WaitResult.of(Batches.REFERENCE, new WatchEnding.TimedOut(LastObservation.NOTHING, 0))
                        .describe())
                .isEqualTo("no request sent");
    }

    @Test
    void theDescriptionDoesNotRepeatTheHeadline() {
        var refused = new Refused(RefusalReason.UNAUTHENTICATED, Party.CLIENT, Fault.UNEXPLAINED, Trace.NOTHING_SENT);
        var ended = new WatchEnding.GaveUp(refused, Optional.empty(), 1);

        assertThat(WaitResult.of(Batches.REFERENCE, ended).describe()).isEqualTo("no status received in 1 request");
    }

    /** A token, an address or more memory can be given; a rejected request and a batch that is not known stay so. */
    @ParameterizedTest
    @MethodSource("lastAnswers")
    void anotherWaitMakesSenseIfItCanHaveAnotherResult(BatchStatusAnswer last, boolean isResumable) {
        var ended = new WatchEnding.GaveUp(last, Optional.empty(), 1);

        assertThat(WaitResult.of(Batches.REFERENCE, ended).isResumable()).isEqualTo(isResumable);
    }

    static List<Arguments> lastAnswers() {
        return List.of(
                arguments(new Unreadable("not JSON", NO_STATUS), true),
                arguments(new Unreadable("too large", Party.CLIENT, NO_STATUS), true),
                arguments(new Refused(RefusalReason.UNAUTHENTICATED, Fault.UNEXPLAINED, NO_STATUS), true),
                arguments(new Refused(RefusalReason.FORBIDDEN, Party.PROXY, Fault.UNEXPLAINED, NO_STATUS), true),
                arguments(new Refused(RefusalReason.REJECTED, Fault.UNEXPLAINED, NO_STATUS), false),
                arguments(new NotFound(Fault.UNEXPLAINED, NO_STATUS), false));
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
