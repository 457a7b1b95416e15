package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.batch;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static io.github.devicebatch.application.support.Replies.unavailable;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.application.support.Watching;
import io.github.devicebatch.application.watch.WatchEnding.TimedOut;
import io.github.devicebatch.application.watch.WatchEvent.Held;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchThrottledTest {

    private static final BatchReference FIRST = batch(1, 1);
    private static final BatchReference SECOND = batch(2, 2);
    private static final List<BatchReference> BOTH = List.of(FIRST, SECOND);

    private final Watching watching = new Watching();

    @Test
    void tellsEachTimeThatEverythingIsHeldBack() throws InterruptedException {
        BatchStatusQuery query = inTurn(
                unavailable(UnavailabilityCause.THROTTLED, Duration.ofSeconds(4)),
                unavailable(UnavailabilityCause.THROTTLED, Duration.ZERO),
                unavailable(UnavailabilityCause.CIRCUIT_OPEN, Duration.ofSeconds(9)),
                REGISTERED);
        watching.watchAll(query, REGULAR, BOTH);

        assertThat(watching.recorder.all(Held.class))
                .extracting(Held::cause, Held::until)
                .containsExactly(
                        tuple(UnavailabilityCause.THROTTLED, LeapingTime.START.plusSeconds(4)),
                        tuple(UnavailabilityCause.CIRCUIT_OPEN, LeapingTime.START.plusSeconds(17)));
    }

    @Test
    void survivesARetryAfterBeyondTheEndOfTime() throws InterruptedException {
        BatchStatusAnswer never = unavailable(UnavailabilityCause.THROTTLED, Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(watching.watch(inTurn(never), REGULAR)).isInstanceOf(TimedOut.class);
        assertThat(watching.time.passed()).isZero();
    }
}
