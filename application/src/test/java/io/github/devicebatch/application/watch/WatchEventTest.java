package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.BATCH;
import static io.github.devicebatch.application.support.Answers.QUEUED;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.LeapingTime.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.watch.WatchEvent.Answered;
import io.github.devicebatch.application.watch.WatchEvent.Changed;
import io.github.devicebatch.application.watch.WatchEvent.Contradicted;
import io.github.devicebatch.application.watch.WatchEvent.Ended;
import io.github.devicebatch.application.watch.WatchEvent.Held;
import io.github.devicebatch.application.watch.WatchEvent.Paused;
import io.github.devicebatch.domain.BatchAnomaly;
import io.github.devicebatch.domain.BatchChange;
import io.github.devicebatch.domain.BatchMemory;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WatchEventTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final UnavailabilityCause THROTTLED = UnavailabilityCause.THROTTLED;

    @Test
    void tellsWhenAPauseEnds() {
        assertThat(new Paused(BATCH, START, PauseReason.SCHEDULE, MINUTE).until())
                .isEqualTo(START.plusSeconds(60));
        assertThat(new Held(BATCH, START, THROTTLED, MINUTE).until()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void copiesItsAnomaliesOfWhichThereIsOneAtLeast() {
        List<BatchAnomaly> anomalies = new ArrayList<>(List.of(new BatchAnomaly.RowsVanished(1)));
        Contradicted contradicted = new Contradicted(BATCH, START, anomalies);

        anomalies.clear();

        assertThat(contradicted.anomalies()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contradicted(BATCH, START, anomalies))
                .withMessage("a contradiction has at least one anomaly");
    }

    @Nested
    class CommonParts {

        private static final Duration MINUTE = Duration.ofMinutes(1);
        private static final BatchChange CHANGE = BatchMemory.empty().changeTo(QUEUED.status());
        private static final UnavailabilityCause THROTTLED = UnavailabilityCause.THROTTLED;

        static Stream<BiFunction<BatchReference, Instant, WatchEvent>> ofABatchAtAMoment() {
            return Stream.of(
                    (batch, when) -> new Answered(batch, when, QUEUED, 1),
                    (batch, when) -> new Changed(batch, when, CHANGE),
                    (batch, when) -> new Contradicted(batch, when, List.of(new BatchAnomaly.RowsVanished(1))),
                    (batch, when) -> new Held(batch, when, THROTTLED, MINUTE),
                    (batch, when) -> new Paused(batch, when, PauseReason.SCHEDULE, MINUTE),
                    (batch, when) -> new Ended(batch, when, new WatchEnding.Completed(REGISTERED, 1)));
        }

        @ParameterizedTest
        @MethodSource("ofABatchAtAMoment")
        void isOfABatchAtAMoment(BiFunction<BatchReference, Instant, WatchEvent> make) {
            WatchEvent event = make.apply(BATCH, START);

            assertThat(event.batch()).isEqualTo(BATCH);
            assertThat(event.when()).isEqualTo(START);
            assertThatNullPointerException().isThrownBy(() -> make.apply(null, START));
            assertThatNullPointerException().isThrownBy(() -> make.apply(BATCH, null));
        }
    }

    @Nested
    class NullParts {

        private static final Duration MINUTE = Duration.ofMinutes(1);
        private static final UnavailabilityCause THROTTLED = UnavailabilityCause.THROTTLED;

        @Test
        void refusesNull() {
            assertThatNullPointerException().isThrownBy(() -> new Answered(BATCH, START, null, 1));
            assertThatNullPointerException().isThrownBy(() -> new Changed(BATCH, START, null));
            assertThatNullPointerException().isThrownBy(() -> new Contradicted(BATCH, START, null));
            assertThatNullPointerException().isThrownBy(() -> new Held(BATCH, START, null, MINUTE));
            assertThatNullPointerException().isThrownBy(() -> new Held(BATCH, START, THROTTLED, null));
            assertThatNullPointerException().isThrownBy(() -> new Paused(BATCH, START, null, MINUTE));
            assertThatNullPointerException().isThrownBy(() -> new Paused(BATCH, START, PauseReason.SCHEDULE, null));
            assertThatNullPointerException().isThrownBy(() -> new Ended(BATCH, START, null));
        }
    }
}
