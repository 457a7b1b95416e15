package io.github.devicebatch.application;

import static io.github.devicebatch.application.Replies.PROCESSING;
import static io.github.devicebatch.application.Replies.REFUSED;
import static io.github.devicebatch.application.Replies.REGISTERED;
import static io.github.devicebatch.application.Replies.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.application.WatchEnding.Completed;
import io.github.devicebatch.application.WatchEnding.GaveUp;
import io.github.devicebatch.application.WatchEnding.Stopped;
import io.github.devicebatch.application.WatchEnding.TimedOut;
import io.github.devicebatch.domain.BatchProgress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchEndingTest {

    private static final Optional<BatchProgress> PROGRESS =
            Optional.of(PROCESSING.status().progress());

    @Test
    void tellsWhatWasKnownLast() {
        LastKnown last = new LastKnown(PROGRESS, Optional.of(UNAVAILABLE));

        assertThat(new Completed(REGISTERED, 1).last())
                .isEqualTo(new LastKnown(Optional.of(REGISTERED.status().progress()), Optional.empty()));
        assertThat(new GaveUp(REFUSED, PROGRESS, 1).last()).isEqualTo(new LastKnown(PROGRESS, Optional.of(REFUSED)));
        assertThat(new TimedOut(last, 1).last()).isEqualTo(last);
        assertThat(new Stopped(last, 1).last()).isEqualTo(last);
    }

    @Test
    void doesNotTakeADescriptionForTrouble() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LastKnown(PROGRESS, Optional.of(PROCESSING)))
                .withMessage("a description is no trouble");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GaveUp(PROCESSING, PROGRESS, 1))
                .withMessage("a description is no trouble");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> new Completed(null, 1));
        assertThatNullPointerException().isThrownBy(() -> new TimedOut(null, 1));
        assertThatNullPointerException().isThrownBy(() -> new Stopped(null, 1));
        assertThatNullPointerException().isThrownBy(() -> new GaveUp(null, PROGRESS, 1));
        assertThatNullPointerException().isThrownBy(() -> new GaveUp(REFUSED, null, 1));
        assertThatNullPointerException().isThrownBy(() -> new LastKnown(null, Optional.empty()));
        assertThatNullPointerException().isThrownBy(() -> new LastKnown(Optional.empty(), null));
    }
}
