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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Turns against the law itself: in no window more than the burst and what was earned in it. */
class PacerPropertiesTest {

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
                long earned = Duration.between(used.get(first), used.get(last)).dividedBy(INTERVAL);
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
