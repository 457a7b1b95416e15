package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/** Turns against the law itself: in no window more than the burst and what was earned in it. */
class PacerPropertiesTest {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private ManualTime time;
    private List<Instant> used;
    private List<Instant> waiting;

    @BeforeTry
    void beginAnew() {
        time = ManualTime.start();
        used = new ArrayList<>();
        waiting = new ArrayList<>();
    }

    @Property
    void givesEachTurnAsSoonAsTheLawAllows(
            @ForAll @IntRange(min = 1, max = 12) int burst,
            @ForAll @Size(max = 60) List<@IntRange(max = 900) Integer> millisBetween) {
        RateLimiter pacer = pacer(burst);
        for (int millis : millisBetween) {
            time.advance(Duration.ofMillis(millis));
            Instant soonest = soonestLawful(burst);
            assertThat(usable(pacer.take())).isEqualTo(soonest);
            used.add(soonest);
        }
    }

    @Property
    void breaksTheLawInNoWindowWhateverComesBack(
            @ForAll @IntRange(min = 1, max = 12) int burst, @ForAll("steps") List<Integer> steps) {
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
    @Provide
    Arbitrary<List<Integer>> steps() {
        return Arbitraries.frequencyOf(
                        Tuple.of(5, Arbitraries.just(0)),
                        Tuple.of(2, Arbitraries.integers().between(1, 1_500)),
                        Tuple.of(2, Arbitraries.integers().between(-50, -1)))
                .list()
                .ofMaxSize(120);
    }

    private void take(RateLimiter pacer, int step) {
        if (step > 0) {
            time.advance(Duration.ofMillis(step));
            waiting.stream().filter(turn -> !turn.isAfter(time.instant())).forEach(used::add);
            waiting.removeIf(turn -> !turn.isAfter(time.instant()));
        } else if (step == 0) {
            Instant turn = usable(pacer.take());
            (turn.isAfter(time.instant()) ? waiting : used).add(turn);
        } else if (!waiting.isEmpty()) {
            pacer.giveBack(waiting.remove(-step % waiting.size()));
        }
    }

    private RateLimiter pacer(int burst) {
        return new RateLimiter(new RateLimitSettings(INTERVAL, burst), time);
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
