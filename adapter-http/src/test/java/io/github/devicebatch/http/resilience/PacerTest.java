package io.github.devicebatch.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PacerTest {

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
}
