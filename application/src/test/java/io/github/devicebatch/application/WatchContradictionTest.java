package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.LeapingTime.at;
import static io.github.devicebatch.application.support.Replies.BATCH;
import static io.github.devicebatch.application.support.Replies.PROCESSING;
import static io.github.devicebatch.application.support.Replies.QUEUED;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.found;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.support.Watching;
import io.github.devicebatch.application.watch.PauseReason;
import io.github.devicebatch.application.watch.WatchEvent.Answered;
import io.github.devicebatch.application.watch.WatchEvent.Changed;
import io.github.devicebatch.application.watch.WatchEvent.Contradicted;
import io.github.devicebatch.application.watch.WatchEvent.Paused;
import io.github.devicebatch.domain.BatchAnomaly.RowsVanished;
import io.github.devicebatch.domain.BatchAnomaly.StateWentBack;
import io.github.devicebatch.domain.BatchState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchContradictionTest {

    private final Watching watching = new Watching();

    @Test
    void tellsAStateThatWentBackAsAContradictionAndNotAsAChange() throws InterruptedException {
        watching.watch(inTurn(PROCESSING, QUEUED, REGISTERED), REGULAR);

        assertThat(watching.recorder.events())
                .filteredOn(event -> event.when().equals(at(8)))
                .containsExactly(
                        new Answered(BATCH, at(8), QUEUED, 2),
                        new Contradicted(
                                BATCH,
                                at(8),
                                List.of(
                                        new StateWentBack(BatchState.Listed.PROCESSING, BatchState.Listed.QUEUED),
                                        new RowsVanished(1))),
                        new Paused(BATCH, at(8), PauseReason.SCHEDULE, Duration.ofSeconds(16)));
    }

    @Test
    void remembersHowFarTheBatchWasOverAnUnknownState() throws InterruptedException {
        watching.watch(inTurn(PROCESSING, found("unknown", "queued"), QUEUED, REGISTERED), REGULAR);

        assertThat(watching.recorder.all(Contradicted.class))
                .hasSize(1)
                .first()
                .satisfies(odd -> assertThat(odd.anomalies())
                        .contains(new StateWentBack(BatchState.Listed.PROCESSING, BatchState.Listed.QUEUED)));
    }

    @Test
    void tellsBothIfThereIsSomethingOddAndSomethingNew() throws InterruptedException {
        Found odd = found("queued", "finished");
        watching.watch(inTurn(PROCESSING, odd, REGISTERED), REGULAR);

        assertThat(watching.recorder.events())
                .filteredOn(event -> event.when().equals(at(8)))
                .extracting(Object::getClass)
                .containsExactly(Answered.class, Contradicted.class, Changed.class, Paused.class);
    }
}
