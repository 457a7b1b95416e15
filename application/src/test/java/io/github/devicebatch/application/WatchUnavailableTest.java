package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.PROCESSING;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static io.github.devicebatch.application.support.Replies.unavailable;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.Watching;
import io.github.devicebatch.application.watch.PauseReason;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEvent.Held;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WatchUnavailableTest {

    private final Watching watching = new Watching();

    @ParameterizedTest
    @EnumSource
    void isNoReasonToEndWhateverTheCause(UnavailabilityCause cause) throws InterruptedException {
        BatchStatusAnswer answer = unavailable(cause);

        assertThat(watching.watch(inTurn(answer, answer, answer, answer, answer, REGISTERED), REGULAR))
                .isEqualTo(new Completed(REGISTERED, 6));
        assertThat(watching.recorder.reasons()).hasSize(5).containsOnly(PauseReason.UNAVAILABLE);
        assertThat(watching.recorder.all(Held.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8000, UNAVAILABLE",
        "8000, 8000, UNAVAILABLE",
        "8001, 8001, RETRY_AFTER",
        "600000, 600000, RETRY_AFTER"
    })
    void waitsAtLeastAsLongAsTheServiceAsksFor(long retryAfterMillis, long waitedMillis, PauseReason reason)
            throws InterruptedException {
        BatchStatusAnswer answer = unavailable(UnavailabilityCause.FAILING, Duration.ofMillis(retryAfterMillis));
        watching.watch(inTurn(answer, REGISTERED), REGULAR);

        assertThat(watching.time.passed()).hasMillis(waitedMillis);
        assertThat(watching.recorder.reasons()).containsExactly(reason);
    }

    @Test
    void doesNotStartTheScheduleAgain() throws InterruptedException {
        watching.watch(
                inTurn(
                        PROCESSING,
                        unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(100)),
                        PROCESSING,
                        REGISTERED),
                REGULAR);

        assertThat(watching.time.pauses())
                .containsExactly(Duration.ofSeconds(8), Duration.ofSeconds(100), Duration.ofSeconds(32));
    }
}
