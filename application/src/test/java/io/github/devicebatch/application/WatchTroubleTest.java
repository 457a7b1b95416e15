package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.FAILED;
import static io.github.devicebatch.application.support.Replies.NOT_FOUND;
import static io.github.devicebatch.application.support.Replies.PROCESSING;
import static io.github.devicebatch.application.support.Replies.QUEUED;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.UNAVAILABLE;
import static io.github.devicebatch.application.support.Replies.UNCONFIRMED;
import static io.github.devicebatch.application.support.Replies.UNREADABLE;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static io.github.devicebatch.application.watch.PauseReason.CONFIRMING;
import static io.github.devicebatch.application.watch.PauseReason.NOT_FOUND_GRACE;
import static io.github.devicebatch.application.watch.PauseReason.SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.Watching;
import io.github.devicebatch.application.watch.LastObservation;
import io.github.devicebatch.application.watch.PauseReason;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEnding.GaveUp;
import io.github.devicebatch.application.watch.WatchEnding.TimedOut;
import io.github.devicebatch.application.watch.WatchSettings;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that end a watch sometimes. Questions are asked after 0, 8, 24, 56, 120, 184 … seconds. */
class WatchTroubleTest {

    private final Watching watching = new Watching();

    @Test
    void bearsTwoUnreadableAnswersInARow() throws InterruptedException {
        assertThat(watching.watch(inTurn(UNREADABLE, UNREADABLE, QUEUED, UNREADABLE, UNREADABLE, REGISTERED), REGULAR))
                .isEqualTo(new Completed(REGISTERED, 6));
        assertThat(watching.recorder.reasons())
                .containsExactly(
                        PauseReason.UNREADABLE,
                        PauseReason.UNREADABLE,
                        SCHEDULE,
                        PauseReason.UNREADABLE,
                        PauseReason.UNREADABLE);
    }

    @Test
    void givesUpAtTheThirdUnreadableAnswerInARow() throws InterruptedException {
        assertThat(watching.watch(inTurn(PROCESSING, UNREADABLE, UNREADABLE, UNREADABLE, REGISTERED), REGULAR))
                .isEqualTo(
                        new GaveUp(UNREADABLE, Optional.of(PROCESSING.status().progress()), 4));
    }

    @Test
    void countsUnreadableAnswersAnewAfterAnyOther() throws InterruptedException {
        assertThat(watching.watch(
                        inTurn(UNREADABLE, UNREADABLE, UNAVAILABLE, UNREADABLE, UNREADABLE, REGISTERED), REGULAR))
                .isEqualTo(new Completed(REGISTERED, 6));
    }

    @Test
    void asksAgainAboutAnUnknownBatchWithinTheGraceByTheSchedule() throws InterruptedException {
        WatchSettings settings = REGULAR.withNotFoundGrace(Duration.ofSeconds(20));

        assertThat(watching.watch(inTurn(NOT_FOUND, NOT_FOUND, REGISTERED), settings))
                .isEqualTo(new Completed(REGISTERED, 3));
        assertThat(watching.recorder.reasons()).containsExactly(NOT_FOUND_GRACE, NOT_FOUND_GRACE);
        assertThat(watching.time.passed()).hasSeconds(24);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "8000, 2", "8001, 3", "24000, 3", "24001, 4"})
    void givesUpOnAnUnknownBatchAfterTheGrace(long graceMillis, int questions) throws InterruptedException {
        WatchSettings settings = REGULAR.withNotFoundGrace(Duration.ofMillis(graceMillis));

        assertThat(watching.watch(inTurn(NOT_FOUND), settings))
                .isEqualTo(new GaveUp(NOT_FOUND, Optional.empty(), questions));
    }

    @Test
    void timesOutWithinTheGraceIfTheTimeIsShorter() throws InterruptedException {
        WatchSettings settings = REGULAR.withNotFoundGrace(Duration.ofHours(1)).withTimeout(Duration.ofSeconds(30));

        assertThat(watching.watch(inTurn(NOT_FOUND), settings))
                .isEqualTo(new TimedOut(new LastObservation(Optional.empty(), Optional.of(NOT_FOUND)), 3));
    }

    @Test
    void asksThreeMoreTimesAboutAFinalBatchWhoseRowsAreNotSettled() throws InterruptedException {
        assertThat(watching.watch(inTurn(UNCONFIRMED), REGULAR)).isEqualTo(new Completed(UNCONFIRMED, 4));
        assertThat(watching.recorder.reasons()).containsExactly(CONFIRMING, CONFIRMING, CONFIRMING);
        assertThat(watching.time.passed()).hasSeconds(56);
    }

    @Test
    void takesTheOutcomeAsSoonAsItIsConfirmed() throws InterruptedException {
        assertThat(watching.watch(inTurn(UNCONFIRMED, FAILED), REGULAR)).isEqualTo(new Completed(FAILED, 2));
    }

    @Test
    void confirmsThreeTimesInAllWhateverComesInBetween() throws InterruptedException {
        assertThat(watching.watch(
                        inTurn(UNCONFIRMED, UNAVAILABLE, UNCONFIRMED, PROCESSING, UNCONFIRMED, UNCONFIRMED, FAILED),
                        REGULAR))
                .isEqualTo(new Completed(UNCONFIRMED, 6));
    }

    @Test
    void takesAFinalBatchAsItIsIfThereIsNoTimeToConfirm() throws InterruptedException {
        assertThat(watching.watch(inTurn(UNCONFIRMED), REGULAR.withTimeout(Duration.ofSeconds(20))))
                .isEqualTo(new Completed(UNCONFIRMED, 2));
    }
}
