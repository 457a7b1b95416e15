package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.LeapingTime.START;
import static io.github.devicebatch.application.support.Replies.BATCH;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.watch.WatchEvent.Answered;
import io.github.devicebatch.application.watch.WatchEvent.Changed;
import io.github.devicebatch.application.watch.WatchEvent.Contradicted;
import io.github.devicebatch.application.watch.WatchEvent.Ended;
import io.github.devicebatch.application.watch.WatchEvent.Held;
import io.github.devicebatch.application.watch.WatchEvent.Paused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchEventNullTest {

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
