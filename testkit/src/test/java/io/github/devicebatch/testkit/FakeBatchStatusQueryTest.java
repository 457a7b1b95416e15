package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FakeBatchStatusQueryTest {

    private final FakeBatchStatusQuery query = new FakeBatchStatusQuery();

    @Test
    void answersInSequenceAndRepeatsTheLastAnswer() throws InterruptedException {
        query.answers(
                Batches.REFERENCE,
                Answers.unavailable(UnavailabilityCause.TIMED_OUT),
                Answers.throttled(Duration.ofSeconds(2)),
                Answers.refused(RefusalReason.FORBIDDEN));
        assertThat(query.ask(Batches.REFERENCE)).isEqualTo(Answers.unavailable(UnavailabilityCause.TIMED_OUT));
        assertThat(query.ask(Batches.REFERENCE)).isEqualTo(Answers.throttled(Duration.ofSeconds(2)));
        assertThat(query.ask(Batches.REFERENCE)).isEqualTo(Answers.refused(RefusalReason.FORBIDDEN));
        assertThat(query.ask(Batches.REFERENCE)).isEqualTo(Answers.refused(RefusalReason.FORBIDDEN));
    }

    @Test
    void recordsItsCalls() throws InterruptedException {
        query.describes(Batches.REFERENCE, Batches.finished());
        query.ask(Batches.REFERENCE);
        query.ask(Batches.anotherBatch());
        assertThat(query.questions()).containsExactly(Batches.REFERENCE, Batches.anotherBatch());
        assertThat(query).hasToString("FakeBatchStatusQuery with 1 batches, asked 2 times");
    }
}
