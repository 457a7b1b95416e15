package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.PROCESSING;
import static io.github.devicebatch.application.support.Replies.UNAVAILABLE;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.support.Watching;
import io.github.devicebatch.application.watch.LastObservation;
import io.github.devicebatch.application.watch.WatchEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WatchTimeoutTroubleTest {

    private final Watching watching = new Watching();

    @Test
    void tellsTheTroubleThatItHadLastAndHowFarTheBatchWasBefore() throws InterruptedException {
        assertThat(watching.watch(inTurn(PROCESSING, UNAVAILABLE), REGULAR.withTimeout(Duration.ofSeconds(20)))
                        .last())
                .isEqualTo(new LastObservation(Optional.of(PROCESSING.status().progress()), Optional.of(UNAVAILABLE)));
    }

    @Test
    void forgetsTroubleThatIsOver() throws InterruptedException {
        assertThat(watching.watch(inTurn(UNAVAILABLE, PROCESSING), REGULAR.withTimeout(Duration.ofSeconds(20)))
                        .last())
                .isEqualTo(new LastObservation(Optional.of(PROCESSING.status().progress()), Optional.empty()));
    }

    @Test
    void keepsOfTroubleWhatSupportAsksForButNotTheServersIds() throws InterruptedException {
        Optional<UUID> sent = Optional.of(new UUID(3, 4));
        Optional<String> received = Optional.of("received");
        Duration second = Duration.ofSeconds(1);
        ServerIds ids = new ServerIds(received, received, received, received);
        Trace whole =
                new Trace(2, second, OptionalInt.of(503), sent, sent, ids, List.of(UnavailabilityCause.TIMED_OUT));
        Unavailable answer = new Unavailable(UnavailabilityCause.FAILING, "it is so", Optional.of(second), whole);

        assertThat(watching.watch(inTurn(answer), REGULAR.withTimeout(second))
                        .last()
                        .trouble())
                .contains(answer.withTrace(new Trace(2, second, OptionalInt.of(503), sent, sent, ServerIds.NONE)));
        assertThat(watching.recorder.all(WatchEvent.Answered.class))
                .extracting(WatchEvent.Answered::answer)
                .containsExactly(answer);
    }
}
