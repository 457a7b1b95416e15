package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.FAILED;
import static io.github.devicebatch.application.support.Replies.PROCESSING;
import static io.github.devicebatch.application.support.Replies.QUEUED;
import static io.github.devicebatch.application.support.Replies.REFUSED;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.batch;
import static io.github.devicebatch.application.support.Replies.batches;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.Recorder;
import io.github.devicebatch.application.support.Watching;
import io.github.devicebatch.application.watch.LastObservation;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchEnding.GaveUp;
import io.github.devicebatch.application.watch.WatchEnding.Stopped;
import io.github.devicebatch.application.watch.WatchEnding.TimedOut;
import io.github.devicebatch.application.watch.WatchEvent.Ended;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchManyTest {

    private final Watching watching = new Watching();
    private final Recorder recorder = watching.recorder;

    @Test
    void isOverAtOnceIfThereIsNothingToWatch() throws InterruptedException {
        watching.watchAll(inTurn(REFUSED), REGULAR, List.of());

        assertThat(recorder.events()).isEmpty();
    }

    @Test
    void watchesABatchOnceThatIsNamedTwice() throws InterruptedException {
        List<BatchReference> named = List.of(batch(1, 1), batch(1, 2), batch(1, 1), batch(2, 1));
        watching.watchAll(inTurn(REGISTERED), REGULAR, named);

        assertThat(recorder.all(Ended.class))
                .extracting(Ended::batch)
                .containsExactly(batch(1, 1), batch(2, 1), batch(1, 2));
        assertThat(recorder.answered()).hasSize(3);
    }

    @Test
    void endsEachBatchInItsOwnWay() throws InterruptedException {
        BatchStatusQuery query = batch -> switch ((int) batch.tracking().value().getLeastSignificantBits()) {
            case 1 -> REGISTERED;
            case 2 -> REFUSED;
            default -> QUEUED;
        };
        watching.watchAll(query, REGULAR.withTimeout(Duration.ofSeconds(20)), batches(3));

        assertThat(recorder.endings())
                .containsExactly(
                        new Completed(REGISTERED, 1),
                        new GaveUp(REFUSED, Optional.empty(), 1),
                        new TimedOut(
                                new LastObservation(Optional.of(QUEUED.status().progress()), Optional.empty()), 2));
    }

    @Test
    void neverAsksAgainAboutABatchThatHasEnded() throws InterruptedException {
        BatchStatusQuery query =
                batch -> batch.equals(batch(1, 1)) || !watching.time.passed().isZero() ? REGISTERED : PROCESSING;
        watching.watchAll(query, REGULAR, batches(2));

        assertThat(recorder.answered()).containsExactly(batch(1, 1), batch(1, 2), batch(1, 2));
    }

    @Test
    void stopsTheOthersWhenAnEndingIsTheLastOne() throws InterruptedException {
        BatchStatusQuery query = batch -> switch ((int) batch.tracking().value().getLeastSignificantBits()) {
            case 1 -> REGISTERED;
            case 2 -> PROCESSING;
            default -> FAILED;
        };
        watching.watchAll(query, REGULAR, batches(4), WatchManyTest::hasFailed);

        assertThat(recorder.all(Ended.class))
                .extracting(Ended::batch)
                .containsExactly(batch(1, 1), batch(1, 3), batch(1, 4), batch(1, 2));
        assertThat(recorder.endings())
                .containsExactly(
                        new Completed(REGISTERED, 1),
                        new Completed(FAILED, 1),
                        new Stopped(LastObservation.NOTHING, 0),
                        new Stopped(
                                new LastObservation(
                                        Optional.of(PROCESSING.status().progress()), Optional.empty()),
                                1));
    }

    @Test
    void stopsTheOthersEvenWhenTheTimeIsUp() throws InterruptedException {
        watching.watchAll(
                inTurn(QUEUED),
                REGULAR.withTimeout(Duration.ofSeconds(8)),
                batches(3),
                ending -> ending instanceof TimedOut);

        assertThat(recorder.endings())
                .extracting(Object::getClass)
                .containsExactly(TimedOut.class, Stopped.class, Stopped.class);
        assertThat(recorder.answered()).hasSize(1);
    }

    private static boolean hasFailed(WatchEnding ending) {
        return ending instanceof Completed completed && completed.answer() == FAILED;
    }
}
