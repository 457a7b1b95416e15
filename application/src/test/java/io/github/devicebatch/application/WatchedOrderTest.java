package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.LeapingTime.at;
import static io.github.devicebatch.application.support.Replies.BATCH;
import static io.github.devicebatch.application.support.Replies.PROCESSING;
import static io.github.devicebatch.application.support.Replies.QUEUED;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.Watching;
import io.github.devicebatch.application.watch.PauseReason;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEvent.Answered;
import io.github.devicebatch.application.watch.WatchEvent.Changed;
import io.github.devicebatch.application.watch.WatchEvent.Ended;
import io.github.devicebatch.application.watch.WatchEvent.Paused;
import io.github.devicebatch.domain.BatchMemory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchedOrderTest {

    private final Watching watching = new Watching();

    @Test
    void tellsEveryAnswerEveryChangeEveryPauseAndTheEndInThisOrder() throws InterruptedException {
        watching.watch(inTurn(QUEUED, QUEUED, PROCESSING, REGISTERED), REGULAR);

        BatchMemory queued = BatchMemory.empty().after(QUEUED.status());
        BatchMemory processing = queued.after(PROCESSING.status());
        assertThat(watching.recorder.events())
                .containsExactly(
                        new Answered(BATCH, at(0), QUEUED, 1),
                        new Changed(BATCH, at(0), BatchMemory.empty().changeTo(QUEUED.status())),
                        new Paused(BATCH, at(0), PauseReason.SCHEDULE, Duration.ofSeconds(8)),
                        new Answered(BATCH, at(8), QUEUED, 2),
                        new Paused(BATCH, at(8), PauseReason.SCHEDULE, Duration.ofSeconds(16)),
                        new Answered(BATCH, at(24), PROCESSING, 3),
                        new Changed(BATCH, at(24), queued.changeTo(PROCESSING.status())),
                        new Paused(BATCH, at(24), PauseReason.SCHEDULE, Duration.ofSeconds(32)),
                        new Answered(BATCH, at(56), REGISTERED, 4),
                        new Changed(BATCH, at(56), processing.changeTo(REGISTERED.status())),
                        new Ended(BATCH, at(56), new Completed(REGISTERED, 4)));
    }
}
