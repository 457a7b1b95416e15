package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.PROCESSING;
import static io.github.devicebatch.application.support.Answers.REFUSED;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEnding.GaveUp;
import io.github.devicebatch.application.watch.WatchEnding.Stopped;
import io.github.devicebatch.application.watch.WatchEnding.TimedOut;
import io.github.devicebatch.domain.BatchProgress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchEndingTest {

    private static final Optional<BatchProgress> PROGRESS =
            Optional.of(PROCESSING.status().progress());

    @Test
    void tellsWhatWasKnownLast() {
        LastObservation last = new LastObservation(PROGRESS, Optional.of(UNAVAILABLE));

        assertThat(new Completed(REGISTERED, 1).last())
                .isEqualTo(new LastObservation(Optional.of(REGISTERED.status().progress()), Optional.empty()));
        assertThat(new GaveUp(REFUSED, PROGRESS, 1).last())
                .isEqualTo(new LastObservation(PROGRESS, Optional.of(REFUSED)));
        assertThat(new TimedOut(last, 1).last()).isEqualTo(last);
        assertThat(new Stopped(last, 1).last()).isEqualTo(last);
    }

    @Test
    void doesNotTakeADescriptionForTrouble() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LastObservation(PROGRESS, Optional.of(PROCESSING)))
                .withMessage("a status is not a failure");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GaveUp(PROCESSING, PROGRESS, 1))
                .withMessage("a status is not a failure");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> new Completed(null, 1));
        assertThatNullPointerException().isThrownBy(() -> new TimedOut(null, 1));
        assertThatNullPointerException().isThrownBy(() -> new Stopped(null, 1));
        assertThatNullPointerException().isThrownBy(() -> new GaveUp(null, PROGRESS, 1));
        assertThatNullPointerException().isThrownBy(() -> new GaveUp(REFUSED, null, 1));
        assertThatNullPointerException().isThrownBy(() -> new LastObservation(null, Optional.empty()));
        assertThatNullPointerException().isThrownBy(() -> new LastObservation(Optional.empty(), null));
    }
}
