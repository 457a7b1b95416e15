package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.PROCESSING;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.batch;
import static io.github.devicebatch.application.support.Answers.inTurn;
import static io.github.devicebatch.application.support.Answers.unavailable;
import static io.github.devicebatch.application.support.WatchWithoutJitter.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.application.support.WatchWithoutJitter;
import io.github.devicebatch.application.watch.WatchEnding.TimedOut;
import io.github.devicebatch.application.watch.WatchEvent.Held;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class BatchWatchHoldTest {

    private static final BatchReference FIRST = batch(1, 1);
    private static final BatchReference SECOND = batch(2, 2);
    private static final List<BatchReference> BOTH = List.of(FIRST, SECOND);

    private final WatchWithoutJitter watching = new WatchWithoutJitter();
    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"THROTTLED", "CIRCUIT_OPEN"})
    void holdsEveryBatchBackIfItConcernsThemAll(UnavailabilityCause cause) throws InterruptedException {
        watching.watchAll(firstIs(unavailable(cause, Duration.ofSeconds(57))), REGULAR, BOTH);

        assertThat(asked).containsExactly("1 at 0", "2 at 57", "1 at 57");
        assertThat(watching.recorder.all(Held.class))
                .containsExactly(new Held(FIRST, LeapingTime.START, cause, Duration.ofSeconds(57)));
        assertThat(watching.recorder.reasons()).containsExactly(PauseReason.RETRY_AFTER);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"THROTTLED", "CIRCUIT_OPEN"})
    void holdsBackNoOtherBatchIfItConcernsOne(UnavailabilityCause cause) throws InterruptedException {
        watching.watchAll(firstIs(unavailable(cause, Duration.ofSeconds(57))), REGULAR, BOTH);

        assertThat(asked).containsExactly("1 at 0", "2 at 0", "1 at 57");
        assertThat(watching.recorder.all(Held.class)).isEmpty();
    }

    @Test
    void holdsBackWhatWaitsAlready() throws InterruptedException {
        BatchStatusAnswer throttled = unavailable(UnavailabilityCause.THROTTLED, Duration.ofSeconds(57));
        BatchStatusQuery query = batch -> {
            note(batch);
            return switch (asked.size()) {
                case 1, 2 -> PROCESSING;
                case 3 -> throttled;
                default -> REGISTERED;
            };
        };
        watching.watchAll(query, REGULAR, BOTH);

        assertThat(asked).containsExactly("1 at 0", "2 at 0", "1 at 8", "2 at 65", "1 at 65");
    }

    @Test
    void endsEveryBatchAtOnceIfItHoldsThemLongerThanTheWatchMayTake() throws InterruptedException {
        Duration tooLong = Duration.ofHours(1).plusMillis(1);
        BatchStatusQuery query = firstIs(unavailable(UnavailabilityCause.THROTTLED, tooLong));
        watching.watchAll(query, REGULAR.withTimeout(Duration.ofHours(1)), BOTH);

        assertThat(watching.recorder.endings()).hasSize(2).allMatch(TimedOut.class::isInstance);
        assertThat(watching.recorder.endings())
                .extracting(WatchEnding::requests)
                .containsExactly(1, 0);
        assertThat(watching.time.passed()).isZero();
    }

    @Test
    void sendsTheLastRequestsWhenAHoldEndsAtTheTimeout() throws InterruptedException {
        BatchStatusQuery query = firstIs(unavailable(UnavailabilityCause.THROTTLED, Duration.ofHours(1)));
        watching.watchAll(query, REGULAR.withTimeout(Duration.ofHours(1)), BOTH);

        assertThat(asked).containsExactlyInAnyOrder("1 at 0", "1 at 3600", "2 at 3600");
    }

    /** Returns this answer to the first request and a status to all others. */
    private BatchStatusQuery firstIs(BatchStatusAnswer answer) {
        return batch -> {
            note(batch);
            return asked.size() == 1 ? answer : REGISTERED;
        };
    }

    private void note(BatchReference batch) {
        asked.add(batch.tracking().value().getLeastSignificantBits() + " at "
                + watching.time.passed().toSeconds());
    }

    @Nested
    class Throttled {

        private static final BatchReference FIRST = batch(1, 1);
        private static final BatchReference SECOND = batch(2, 2);
        private static final List<BatchReference> BOTH = List.of(FIRST, SECOND);

        private final WatchWithoutJitter watching = new WatchWithoutJitter();

        @Test
        void tellsEachTimeThatEverythingIsHeldBack() throws InterruptedException {
            BatchStatusQuery query = inTurn(
                    unavailable(UnavailabilityCause.THROTTLED, Duration.ofSeconds(4)),
                    unavailable(UnavailabilityCause.THROTTLED, Duration.ZERO),
                    unavailable(UnavailabilityCause.CIRCUIT_OPEN, Duration.ofSeconds(9)),
                    REGISTERED);
            watching.watchAll(query, REGULAR, BOTH);

            assertThat(watching.recorder.all(Held.class))
                    .extracting(Held::cause, Held::until)
                    .containsExactly(
                            tuple(UnavailabilityCause.THROTTLED, LeapingTime.START.plusSeconds(4)),
                            tuple(UnavailabilityCause.CIRCUIT_OPEN, LeapingTime.START.plusSeconds(17)));
        }

        @Test
        void survivesARetryAfterBeyondTheEndOfTime() throws InterruptedException {
            BatchStatusAnswer never = unavailable(UnavailabilityCause.THROTTLED, Duration.ofSeconds(Long.MAX_VALUE));

            assertThat(watching.watch(inTurn(never), REGULAR)).isInstanceOf(TimedOut.class);
            assertThat(watching.time.passed()).isZero();
        }
    }
}
