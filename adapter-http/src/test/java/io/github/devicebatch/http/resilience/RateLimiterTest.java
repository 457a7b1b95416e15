package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.http.support.SeededRandom;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

class RateLimiterTest {

    private final ManualTime time = ManualTime.start();
    private final RateLimiter pacer = Decorators.limiter(RateLimitSettings.DEFAULT, time);

    @Test
    void givesTenTurnsAtOnceAndFiveASecondAfterwards() {
        assertThat(waits(13)).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 200L, 400L, 600L);
    }

    @Test
    void savesUpTenTurnsAndNoMore() {
        waits(10);
        time.advance(Duration.ofMillis(400));
        assertThat(waits(3)).containsExactly(0L, 0L, 200L);
        time.advance(Duration.ofHours(1));

        assertThat(waits(11)).endsWith(0L, 200L);
    }

    @Test
    void givesTheTurnThatCameBackToTheNext() {
        waits(10);
        Instant first = pacer.reserve();
        assertThat(waits(2)).containsExactly(400L, 600L);
        pacer.cancel(first);

        assertThat(waits(2)).containsExactly(200L, 800L);
    }

    @Test
    void givesNoTurnToTwoAlthoughManyComeBack() {
        waits(10);
        List<Instant> turns = Stream.generate(pacer::reserve).limit(50).toList();
        turns.subList(0, 25).forEach(pacer::cancel);

        assertThat(Stream.generate(pacer::reserve).limit(50))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(turns.subList(25, 50));
    }

    @Test
    void keepsNoTurnThatCameBackTooLate() {
        waits(10);
        Instant missed = pacer.reserve();
        time.advance(Duration.ofHours(1));
        pacer.cancel(missed);

        assertThat(waits(11)).endsWith(0L, 200L);
    }

    @Test
    void givesTurnsOneByOneAfterItWasThrottled() {
        pacer.blockFor(Duration.ofSeconds(57));
        assertThat(pacer.blockedFor()).isEqualTo(Duration.ofSeconds(57));
        time.advance(Duration.ofSeconds(57));

        assertThat(pacer.blockedFor()).isZero();
        assertThat(waits(3)).containsExactly(0L, 200L, 400L);
    }

    @Test
    void savesNothingUpWithWhatComesBackFromBeforeItWasThrottled() {
        waits(10);
        Instant before = pacer.reserve();
        pacer.blockFor(Duration.ofSeconds(2));
        pacer.cancel(before);

        assertThat(waits(3)).containsExactly(2_000L, 2_200L, 2_400L);
    }

    @Test
    void forgetsTurnsThatCameBackBeforeItWasThrottled() {
        waits(10);
        pacer.cancel(pacer.reserve());
        pacer.blockFor(Duration.ofSeconds(2));

        assertThat(waits(2)).containsExactly(2_000L, 2_200L);
    }

    @Test
    void isThrottledUntilTheLatestTimeItWasTold() {
        pacer.blockFor(Duration.ofSeconds(10));
        pacer.blockFor(Duration.ofSeconds(2));

        assertThat(pacer.blockedFor()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void keepsTheTurnsThatWaitBehindTheTimeItWasTold() {
        waits(30);
        pacer.blockFor(Duration.ofSeconds(1));

        assertThat(waits(1)).containsExactly(4_200L);
    }

    @Test
    void givesEveryTurnAtOnceWithoutALimitButStillKeepsAway() {
        var unlimited = Decorators.limiter(RateLimitSettings.NONE, time);
        for (int turn = 0; turn < 1_000; turn++) {
            assertThat(unlimited.timeUntil(unlimited.reserve())).isZero();
        }
        unlimited.blockFor(Duration.ofSeconds(3));

        assertThat(unlimited.blockedFor()).isEqualTo(Duration.ofSeconds(3));
    }

    private List<Long> waits(int turns) {
        return Stream.generate(() -> pacer.timeUntil(pacer.reserve()).toMillis())
                .limit(turns)
                .toList();
    }

    /** Turns against the law itself: in no window more than the burst and what was earned in it. */
    @Nested
    class RandomSchedules {

        private static final Duration INTERVAL = Duration.ofMillis(200);

        private ManualTime time;
        private List<Instant> used;
        private List<Instant> waiting;

        @BeforeEach
        void beginAnew() {
            time = ManualTime.start();
            used = new ArrayList<>();
            waiting = new ArrayList<>();
        }

        @ParameterizedTest(name = "seed {0}")
        @ArgumentsSource(SeededRandom.Seeds.class)
        void givesEachTurnAsSoonAsTheLawAllows(long seed) {
            var random = new SeededRandom(seed);
            int burst = random.between(1, 12);
            List<Integer> millisBetween = random.list(0, 60, () -> random.between(0, 900));
            RateLimiter pacer = pacer(burst);
            for (int millis : millisBetween) {
                time.advance(Duration.ofMillis(millis));
                Instant soonest = soonestLawful(burst);
                assertThat(usable(pacer.reserve())).isEqualTo(soonest);
                used.add(soonest);
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @ArgumentsSource(SeededRandom.Seeds.class)
        void breaksTheLawInNoWindowWhateverComesBack(long seed) {
            var random = new SeededRandom(seed);
            int burst = random.between(1, 12);
            List<Integer> steps = random.list(0, 120, () -> step(random));
            RateLimiter pacer = pacer(burst);
            for (int step : steps) {
                take(pacer, step);
            }
            used.addAll(waiting);
            used.sort(null);
            for (int first = 0; first < used.size(); first++) {
                for (int last = first; last < used.size(); last++) {
                    long earned =
                            Duration.between(used.get(first), used.get(last)).dividedBy(INTERVAL);
                    assertThat(last - first + 1L).isLessThanOrEqualTo(burst + earned);
                }
            }
        }

        /** Positive steps let time pass, zero takes a turn, negative ones give back one that still waits. */
        private static int step(SeededRandom random) {
            if (random.chance(56)) {
                return 0;
            }
            return random.chance(50) ? random.between(1, 1_500) : random.between(-50, -1);
        }

        private void take(RateLimiter pacer, int step) {
            if (step > 0) {
                time.advance(Duration.ofMillis(step));
                waiting.stream().filter(turn -> !turn.isAfter(time.instant())).forEach(used::add);
                waiting.removeIf(turn -> !turn.isAfter(time.instant()));
            } else if (step == 0) {
                Instant turn = usable(pacer.reserve());
                (turn.isAfter(time.instant()) ? waiting : used).add(turn);
            } else if (!waiting.isEmpty()) {
                pacer.cancel(waiting.remove(-step % waiting.size()));
            }
        }

        private RateLimiter pacer(int burst) {
            return Decorators.limiter(new RateLimitSettings(INTERVAL, burst), time);
        }

        private Instant usable(Instant turn) {
            return turn.isBefore(time.instant()) ? time.instant() : turn;
        }

        private Instant soonestLawful(int burst) {
            Instant soonest = time.instant();
            for (int index = 0; index < used.size(); index++) {
                int beyondBurst = Math.max(0, used.size() + 1 - index - burst);
                Instant lawful = used.get(index).plus(INTERVAL.multipliedBy(beyondBurst));
                soonest = lawful.isAfter(soonest) ? lawful : soonest;
            }
            return soonest;
        }
    }
}
