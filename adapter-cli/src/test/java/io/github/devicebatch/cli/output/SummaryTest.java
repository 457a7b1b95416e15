package io.github.devicebatch.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private final Summary summary = new Summary();

    @Test
    void oneBatchHasItsVerdictInFull() {
        add(Answers.found(Batches.finished()));

        assertThat(summary).hasToString("1 batch: all devices registered");
    }

    @Test
    void severalBatchesAreCountedByVerdict() {
        add(Answers.notFound());
        add(Answers.found(Batches.finished()));
        add(Answers.found(Batches.finished()));

        assertThat(summary).hasToString("3 batches: 2 all registered, 1 not found");
        assertThat(summary.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(summary.requests()).isEqualTo(3);
    }

    private void add(BatchStatusAnswer answer) {
        summary.add(Batches.REFERENCE, answer, ExitCode.of(answer));
    }
}
