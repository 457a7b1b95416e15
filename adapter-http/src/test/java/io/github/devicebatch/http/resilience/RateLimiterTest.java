package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.Party;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.http.support.SeededRandom;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.MethodSource;

class RateLimiterTest {

    private final ManualTime time = ManualTime.start();
    private final RateLimiter limiter = Decorators.limiter(RateLimitSettings.DEFAULT, time);

    @Test
    void grantsTenPermitsAtOnceAndThenFivePerSecond() {
        assertThat(waitMillis(13)).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 200L, 400L, 600L);
    }

    @Test
    void accumulatesAtMostTenPermits() {
        waitMillis(10);
        time.advance(Duration.ofMillis(400));
        assertThat(waitMillis(3)).containsExactly(0L, 0L, 200L);
        time.advance(Duration.ofHours(1));

        assertThat(waitMillis(11)).endsWith(0L, 200L);
    }

    @Test
    void reusesAReturnedPermit() {
        waitMillis(10);
        Instant first = limiter.reserve();
        assertThat(waitMillis(2)).containsExactly(400L, 600L);
        limiter.cancel(first);

        assertThat(waitMillis(2)).containsExactly(200L, 800L);
    }

    @Test
    void grantsNoPermitTwiceIfManyAreReturned() {
        waitMillis(10);
        List<Instant> permits = Stream.generate(limiter::reserve).limit(50).toList();
        permits.subList(0, 25).forEach(limiter::cancel);

        assertThat(Stream.generate(limiter::reserve).limit(50))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(permits.subList(25, 50));
    }

    @Test
    void discardsAPermitReturnedTooLate() {
        waitMillis(10);
        Instant late = limiter.reserve();
        time.advance(Duration.ofHours(1));
        limiter.cancel(late);

        assertThat(waitMillis(11)).endsWith(0L, 200L);
    }

    @Test
    void grantsSinglePermitsAfterThrottling() {
        limiter.blockFor(Duration.ofSeconds(57), Party.PARTNER_CENTER);
        assertThat(limiter.blockedFor()).isEqualTo(Duration.ofSeconds(57));
        time.advance(Duration.ofSeconds(57));

        assertThat(limiter.blockedFor()).isZero();
        assertThat(waitMillis(3)).containsExactly(0L, 200L, 400L);
    }

    @Test
    void discardsPermitsReturnedFromBeforeThrottling() {
        waitMillis(10);
        Instant before = limiter.reserve();
        limiter.blockFor(Duration.ofSeconds(2), Party.PARTNER_CENTER);
        limiter.cancel(before);

        assertThat(waitMillis(3)).containsExactly(2_000L, 2_200L, 2_400L);
    }

    @Test
    void discardsPermitsReturnedBeforeThrottling() {
        waitMillis(10);
        limiter.cancel(limiter.reserve());
        limiter.blockFor(Duration.ofSeconds(2), Party.PARTNER_CENTER);

        assertThat(waitMillis(2)).containsExactly(2_000L, 2_200L);
    }

    @Test
    void isThrottledUntilTheLatestTime() {
        limiter.blockFor(Duration.ofSeconds(10), Party.PARTNER_CENTER);
        limiter.blockFor(Duration.ofSeconds(2), Party.PARTNER_CENTER);

        assertThat(limiter.blockedFor()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void keepsGrantedPermitsAfterTheEndOfThrottling() {
        waitMillis(30);
        limiter.blockFor(Duration.ofSeconds(1), Party.PARTNER_CENTER);

        assertThat(waitMillis(1)).containsExactly(4_200L);
    }

    @Test
    void throttlesWithoutALimitToo() {
        var unlimited = Decorators.limiter(RateLimitSettings.NONE, time);
        for (int permit = 0; permit < 1_000; permit++) {
            assertThat(unlimited.timeUntil(unlimited.reserve())).isZero();
        }
        unlimited.blockFor(Duration.ofSeconds(3), Party.PARTNER_CENTER);

        assertThat(unlimited.blockedFor()).isEqualTo(Duration.ofSeconds(3));
    }

    /** Each operation leaves the limiter usable for other threads. */
    @ParameterizedTest
    @MethodSource("operations")
    void canBeUsedByOtherThreadsAfterEachOperation(Consumer<RateLimiter> operation) throws Exception {
        operation.accept(limiter);

        assertThat(CompletableFuture.supplyAsync(limiter::reserve).get(30, TimeUnit.SECONDS))
                .isNotNull();
    }

    static Stream<Named<Consumer<RateLimiter>>> operations() {
        return Stream.of(
                Named.of("reserve", RateLimiter::reserve),
                Named.of("cancel", limiter -> limiter.cancel(Instant.MAX)),
                Named.of("blockFor", limiter -> limiter.blockFor(Duration.ofSeconds(1), Party.PARTNER_CENTER)));
    }

    private List<Long> waitMillis(int permits) {
        return Stream.generate(() -> limiter.timeUntil(limiter.reserve()).toMillis())
                .limit(permits)
                .toList();
    }

    /**
     * Random sequences. In every window, the permits are at most the burst plus those earned in the window.
     */
    @Nested
    class RandomSchedules {

        private static final Duration INTERVAL = Duration.ofMillis(200);

        private ManualTime time;
        private List<Instant> granted;
        private List<Instant> waiting;

        @BeforeEach
        void reset() {
            time = ManualTime.start();
            granted = new ArrayList<>();
            waiting = new ArrayList<>();
        }

        @ParameterizedTest(name = "seed {0}")
        @ArgumentsSource(SeededRandom.Seeds.class)
        void permitsAreGrantedAsEarlyAsTheLimitAllows(long seed) {
            var random = new SeededRandom(seed);
            int burst = random.between(1, 12);
            List<Integer> millisBetween = random.list(0, 60, () -> random.between(0, 900));
            RateLimiter limiter = limiter(burst);
            for (int millis : millisBetween) {
                time.advance(Duration.ofMillis(millis));
                Instant earliest = earliestAllowed(burst);
                assertThat(usable(limiter.reserve())).isEqualTo(earliest);
                granted.add(earliest);
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @ArgumentsSource(SeededRandom.Seeds.class)
        void limitHoldsInEveryWindowIfPermitsAreReturned(long seed) {
            var random = new SeededRandom(seed);
            int burst = random.between(1, 12);
            List<Integer> steps = random.list(0, 120, () -> step(random));
            RateLimiter limiter = limiter(burst);
            for (int step : steps) {
                apply(limiter, step);
            }
            granted.addAll(waiting);
            granted.sort(null);
            for (int first = 0; first < granted.size(); first++) {
                for (int last = first; last < granted.size(); last++) {
                    long earned = Duration.between(granted.get(first), granted.get(last))
                            .dividedBy(INTERVAL);
                    assertThat(last - first + 1L).isLessThanOrEqualTo(burst + earned);
                }
            }
        }

        /**
         * Returns a random step: a positive one advances the time, zero reserves a permit, a negative one cancels a
         * waiting one.
         */
        private static int step(SeededRandom random) {
            if (random.chance(56)) {
                return 0;
            }
            return random.chance(50) ? random.between(1, 1_500) : random.between(-50, -1);
        }

        private void apply(RateLimiter limiter, int step) {
            if (step > 0) {
                time.advance(Duration.ofMillis(step));
                waiting.stream()
                        .filter(permit -> !permit.isAfter(time.instant()))
                        .forEach(granted::add);
                waiting.removeIf(permit -> !permit.isAfter(time.instant()));
            } else if (step == 0) {
                Instant permit = usable(limiter.reserve());
                (permit.isAfter(time.instant()) ? waiting : granted).add(permit);
            } else if (!waiting.isEmpty()) {
                limiter.cancel(waiting.remove(-step % waiting.size()));
            }
        }

        private RateLimiter limiter(int burst) {
            return Decorators.limiter(new RateLimitSettings(INTERVAL, burst), time);
        }

        private Instant usable(Instant permit) {
            return permit.isBefore(time.instant()) ? time.instant() : permit;
        }

        private Instant earliestAllowed(int burst) {
            Instant earliest = time.instant();
            for (int index = 0; index < granted.size(); index++) {
                int beyondBurst = Math.max(0, granted.size() + 1 - index - burst);
                Instant allowed = granted.get(index).plus(INTERVAL.multipliedBy(beyondBurst));
                earliest = allowed.isAfter(earliest) ? allowed : earliest;
            }
            return earliest;
        }
    }
}
