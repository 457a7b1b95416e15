package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.StepClock;
import io.github.devicebatch.testkit.ManualTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonotonicClockTest {

    private final ManualTime time = ManualTime.start();
    private final StepClock wallClock = new StepClock(time);
    private final MonotonicClock clock = wallClock.monotonic();

    @Test
    void startsAtTheTimeOfTheWallClock() {
        assertThat(clock.instant()).isEqualTo(ManualTime.DEFAULT_START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "P365D", "-P365D"})
    void isNotMovedByAStepOfTheWallClock(Duration step) {
        Instant before = clock.instant();
        wallClock.step(step);
        time.advance(Duration.ofNanos(1));

        assertThat(clock.instant()).isEqualTo(before.plusNanos(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1H", "-PT1H"})
    void convertsToTheWallClockAsItIsSetNow(Duration step) {
        Instant deadline = clock.instant().plusSeconds(60);
        time.advance(Duration.ofSeconds(20));
        wallClock.step(step);

        assertThat(clock.onWallClock(deadline))
                .isEqualTo(wallClock.instant().plusSeconds(40))
                .isEqualTo(ManualTime.DEFAULT_START.plusSeconds(60).plus(step));
        assertThat(clock.onWallClock(ManualTime.DEFAULT_START))
                .isEqualTo(wallClock.instant().minusSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.001S, 0",
        "-PT0.001S, 0",
        "PT0.499S, 0",
        "-PT0.499S, 0",
        "PT0.6S, 1",
        "-PT0.6S, -1",
        "PT1.4S, 1",
        "-PT1.4S, -1"
    })
    void roundsTheDifferenceOfTheClocks(Duration step, long seconds) {
        wallClock.step(step);

        assertThat(clock.onWallClock(ManualTime.DEFAULT_START))
                .isEqualTo(ManualTime.DEFAULT_START.plusSeconds(seconds));
    }

    /** {@link System#nanoTime} may start anywhere and overflow. */
    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 5})
    void countsFromAnyOrigin(long origin) {
        long[] nanos = {origin};
        MonotonicClock any = new MonotonicClock(time, () -> nanos[0]);
        nanos[0] += 10;

        assertThat(any.instant()).isEqualTo(ManualTime.DEFAULT_START.plusNanos(10));
    }

    @Test
    void isTheDefaultOfEverythingThatWaits() {
        URI loopback = URI.create("http://127.0.0.1:1");

        assertThat(PartnerCenter.at(loopback).contexts().time()).isInstanceOf(MonotonicClock.class);
        assertThat(PartnerCenter.at(loopback).stack().time()).isInstanceOf(MonotonicClock.class);
        assertThat(IdentityPlatform.at(loopback, PartnerCenterCloud.GLOBAL)
                        .endpoint()
                        .time())
                .isInstanceOf(MonotonicClock.class);
    }
}
