package io.github.devicebatch.cli.terminal;

import io.github.devicebatch.http.MonotonicClock;
import java.time.Instant;
import java.time.InstantSource;

/** Conversion of times of the command's clock to times to show. A clock that is not monotonic is the wall clock itself. */
public final class WallClock {

    private WallClock() {}

    /**
     * Returns the time to show.
     *
     * @param time the clock of the command
     * @param moment a time of that clock
     */
    public static Instant show(InstantSource time, Instant moment) {
        return time instanceof MonotonicClock monotonic ? monotonic.onWallClock(moment) : moment;
    }
}
