package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Descriptions.batch;
import static io.github.devicebatch.domain.support.Descriptions.serial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchProgressTest {

    private static final DeviceTally TALLY = new DeviceTally(1, 1, 1);

    @Test
    void isADescriptionWithoutItsRows() {
        BatchStatus status = batch(
                "processing", serial("1", "finished"), serial("2", "queued"), serial("3", "finished_with_errors"));

        assertThat(status.progress())
                .isEqualTo(new BatchProgress(
                        BatchState.Listed.PROCESSING, Optional.of(Instant.parse("2017-07-25T10:00:00Z")), TALLY));
    }

    @Test
    void hasTheOutcomeOfItsDescription() {
        BatchStatus status = batch("finished", serial("1", "finished"), serial("2", "finished_with_errors"));

        assertThat(status.progress().outcome()).isEqualTo(status.outcome()).isEqualTo(BatchOutcome.SOME_FAILED);
    }

    @Test
    void refusesNullInEveryPart() {
        BatchState state = BatchState.Listed.QUEUED;

        assertThatNullPointerException().isThrownBy(() -> new BatchProgress(null, Optional.empty(), TALLY));
        assertThatNullPointerException().isThrownBy(() -> new BatchProgress(state, null, TALLY));
        assertThatNullPointerException().isThrownBy(() -> new BatchProgress(state, Optional.empty(), null));
    }
}
