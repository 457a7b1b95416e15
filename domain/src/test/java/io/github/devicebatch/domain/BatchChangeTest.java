package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Descriptions.batch;
import static io.github.devicebatch.domain.support.Descriptions.serial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchChangeTest {

    private static final BatchProgress QUEUED = batch("queued").progress();

    @Test
    void isProgressIfTheBatchWasNeverDescribedBefore() {
        BatchChange first = changeOf(batch("queued"));

        assertThat(first.isProgress()).isTrue();
        assertThat(first.hasNewState()).isTrue();
    }

    @Test
    void isNoProgressIfNothingIsNew() {
        BatchStatus status = batch("processing", serial("1", "finished"), serial("2", "queued"));
        BatchChange same = changeOf(status, status);

        assertThat(same.isProgress()).isFalse();
        assertThat(same.hasNewState()).isFalse();
        assertThat(same.anomalies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "queued, processing, true",
        "queued, finished, true",
        "processing, finished_with_errors, true",
        "finished, finished_with_errors, true",
        "processing, unknown, true",
        "unknown, archived, true",
        "processing, queued, false",
        "finished, processing, false"
    })
    void isProgressIfTheStateIsNewAndDidNotGoBack(String before, String after, boolean progress) {
        BatchChange change = changeOf(batch(before), batch(after));

        assertThat(change.hasNewState()).isTrue();
        assertThat(change.isProgress()).isEqualTo(progress);
    }

    @Test
    void isProgressIfADeviceSettled() {
        BatchStatus before = batch("processing", serial("1", "queued"));

        assertThat(changeOf(before, batch("processing", serial("1", "finished")))
                        .isProgress())
                .isTrue();
        assertThat(changeOf(before, batch("processing", serial("1", "finished_with_errors")))
                        .isProgress())
                .isTrue();
        assertThat(changeOf(before, batch("processing", serial("1", "processing")))
                        .isProgress())
                .isFalse();
    }

    @Test
    void isProgressIfThereAreMoreRows() {
        BatchStatus one = batch("processing", serial("1", "queued"));
        BatchStatus two = batch("processing", serial("1", "queued"), serial("2", "queued"));

        assertThat(changeOf(one, two).isProgress()).isTrue();
        assertThat(changeOf(two, one).isProgress()).isFalse();
    }

    @Test
    void isProgressDespiteAnAnomalyIfADeviceSettled() {
        BatchChange change = changeOf(
                batch("processing", serial("1", "queued"), serial("2", "finished")),
                batch("queued", serial("1", "finished"), serial("2", "finished")));

        assertThat(change.anomalies()).hasSize(1);
        assertThat(change.isProgress()).isTrue();
    }

    @Test
    void givesItsListsOutToReadOnly() {
        BatchChange change = changeOf(batch("queued"));

        for (List<?> list : List.of(change.registered(), change.failed(), change.anomalies())) {
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(list::clear);
        }
    }

    @Test
    void refusesNullInEveryPart() {
        Optional<BatchProgress> first = Optional.empty();
        refused(null, QUEUED, List.of(), List.of(), List.of());
        refused(first, null, List.of(), List.of(), List.of());
        refused(first, QUEUED, null, List.of(), List.of());
        refused(first, QUEUED, List.of(), null, List.of());
        refused(first, QUEUED, List.of(), List.of(), null);
    }

    private static void refused(
            Optional<BatchProgress> previous,
            BatchProgress current,
            List<DeviceStatus> registered,
            List<DeviceStatus> failed,
            List<BatchAnomaly> anomalies) {
        assertThatNullPointerException()
                .isThrownBy(() -> new BatchChange(previous, current, registered, failed, anomalies));
    }

    /** Returns what the last of these statuses changes. */
    private static BatchChange changeOf(BatchStatus... statuses) {
        BatchMemory memory = BatchMemory.empty();
        BatchChange change = memory.changeTo(statuses[0]);
        for (BatchStatus status : statuses) {
            change = memory.changeTo(status);
            memory = memory.after(status);
        }
        return change;
    }
}
