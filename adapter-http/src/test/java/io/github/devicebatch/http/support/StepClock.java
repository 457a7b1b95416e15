package io.github.devicebatch.http.support;

import io.github.devicebatch.http.MonotonicClock;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Wall clock that is set forward and back while time passes steadily. Not thread-safe. */
public final class StepClock implements InstantSource {

    private final ManualTime time;
    private Duration offset = Duration.ZERO;

    public StepClock(ManualTime time) {
        this.time = time;
    }

    public void step(Duration step) {
        offset = offset.plus(step);
    }

    @Override
    public Instant instant() {
        return time.instant().plus(offset);
    }

    /** Returns a clock that starts now and that no step moves. */
    public MonotonicClock monotonic() {
        return new MonotonicClock(
                this,
                () -> Duration.between(ManualTime.DEFAULT_START, time.instant()).toNanos());
    }
}
