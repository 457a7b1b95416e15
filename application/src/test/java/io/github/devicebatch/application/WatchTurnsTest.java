package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.QUEUED;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.batch;
import static io.github.devicebatch.application.support.Replies.batches;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.Recorder;
import io.github.devicebatch.application.support.Replies;
import io.github.devicebatch.application.support.Watching;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTurnsTest {

    private final Watching watching = new Watching();
    private final Recorder recorder = watching.recorder;

    @Test
    void letsCustomersTakeTurns() throws InterruptedException {
        List<BatchReference> references = new ArrayList<>(batches(5_000));
        references.add(batch(2, 1));
        references.add(batch(3, 1));
        references.add(batch(3, 2));
        watching.watchAll(inTurn(REGISTERED), REGULAR, references);

        assertThat(recorder.answered().subList(0, 8))
                .containsExactly(
                        batch(1, 1),
                        batch(2, 1),
                        batch(3, 1),
                        batch(1, 2),
                        batch(3, 2),
                        batch(1, 3),
                        batch(1, 4),
                        batch(1, 5));
        assertThat(recorder.answered()).hasSize(5_003);
    }

    @Test
    void doesNotLetACustomerWithManyBatchesStarveOneWithFewWhenQuestionsTakeTime() throws InterruptedException {
        List<BatchReference> references = new ArrayList<>(batches(5_000));
        references.add(batch(2, 1));
        List<Duration> asked = new ArrayList<>();
        BatchStatusQuery slow = batch -> {
            if (batch.equals(batch(2, 1))) {
                asked.add(watching.time.passed());
            }
            watching.time.advance(Duration.ofMillis(100));
            return QUEUED;
        };
        watching.watchAll(slow, REGULAR.withTimeout(Duration.ofMinutes(6)), references);

        assertThat(asked)
                .extracting(Duration::toMillis)
                .containsExactly(100L, 8_300L, 24_500L, 56_700L, 120_900L, 185_100L, 249_300L, 313_500L);
    }

    @Test
    void asksInTheOrderInWhichTheyAreDueWithinACustomer() throws InterruptedException {
        List<BatchStatusAnswer> answers = new ArrayList<>(List.of(
                Replies.unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(30)),
                Replies.unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(20)),
                Replies.unavailable(UnavailabilityCause.FAILING, Duration.ofSeconds(10))));
        watching.watchAll(batch -> answers.isEmpty() ? REGISTERED : answers.removeFirst(), REGULAR, batches(3));

        assertThat(recorder.answered().subList(3, 6)).containsExactly(batch(1, 3), batch(1, 2), batch(1, 1));
    }
}
