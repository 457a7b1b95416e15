package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Descriptions.batch;
import static io.github.devicebatch.domain.support.Descriptions.serial;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchAnomaly.DevicesUnsettled;
import io.github.devicebatch.domain.BatchAnomaly.RowsVanished;
import io.github.devicebatch.domain.BatchAnomaly.StateWentBack;
import io.github.devicebatch.domain.BatchAnomaly.VerdictsReversed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchMemoryAnomalyTest {

    @ParameterizedTest
    @CsvSource({
        "processing, queued",
        "finished, processing",
        "finished, queued",
        "finished_with_errors, processing",
        "finished_with_errors, queued"
    })
    void findsAStateThatWentBack(String before, String after) {
        assertThat(anomalies(batch(before), batch(after)))
                .containsExactly(new StateWentBack(BatchState.of(before), BatchState.of(after)));
    }

    @ParameterizedTest
    @CsvSource({
        "queued, queued",
        "queued, processing",
        "queued, finished",
        "processing, finished_with_errors",
        "finished, finished_with_errors",
        "finished_with_errors, finished",
        "finished, unknown",
        "finished, archived",
        "unknown, queued",
        "archived, queued"
    })
    void findsNothingOddInAnyOtherStep(String before, String after) {
        assertThat(anomalies(batch(before), batch(after))).isEmpty();
    }

    @Test
    void isNotDeceivedByAStateWithoutAPlaceInBetween() {
        assertThat(anomalies(batch("processing"), batch("unknown"), batch("archived"), batch("queued")))
                .containsExactly(new StateWentBack(BatchState.Listed.PROCESSING, BatchState.Listed.QUEUED));
    }

    @Test
    void tellsThatAStateWentBackOnce() {
        assertThat(anomalies(batch("processing"), batch("queued"), batch("queued")))
                .isEmpty();
    }

    @Test
    void findsDevicesThatAreUnsettledAgain() {
        BatchStatus before = batch(
                "processing", serial("1", "finished"), serial("2", "finished_with_errors"), serial("3", "queued"));
        BatchStatus after =
                batch("processing", serial("1", "queued"), serial("2", "archived"), serial("3", "processing"));

        assertThat(anomalies(before, after))
                .containsExactly(new DevicesUnsettled(List.of(serial("1", "queued"), serial("2", "archived"))));
    }

    @Test
    void findsVerdictsThatWereReversedAndDoesNotTakeThemForNews() {
        BatchStatus before = batch("finished", serial("1", "finished"), serial("2", "finished_with_errors"));
        BatchStatus after = batch("finished", serial("1", "finished_with_errors"), serial("2", "finished"));
        BatchChange change = BatchMemory.empty().after(before).changeTo(after);

        assertThat(change.anomalies())
                .containsExactly(
                        new VerdictsReversed(List.of(serial("1", "finished_with_errors"), serial("2", "finished"))));
        assertThat(change.registered()).isEmpty();
        assertThat(change.failed()).isEmpty();
        assertThat(change.isProgress()).isFalse();
    }

    @Test
    void findsRowsThatVanishedEvenWhileOthersAppear() {
        BatchStatus before = batch("processing", serial("1", "queued"), serial("2", "finished"), serial("2", "queued"));
        BatchStatus after = batch("processing", serial("2", "finished"), serial("3", "queued"), serial("4", "queued"));

        assertThat(anomalies(before, after)).containsExactly(new RowsVanished(2));
    }

    @Test
    void findsSeveralAtOnce() {
        BatchStatus before = batch("finished", serial("1", "finished"), serial("2", "finished"));
        BatchStatus after = batch("queued", serial("1", "queued"));

        assertThat(anomalies(before, after))
                .containsExactly(
                        new StateWentBack(BatchState.Listed.FINISHED, BatchState.Listed.QUEUED),
                        new DevicesUnsettled(List.of(serial("1", "queued"))),
                        new RowsVanished(1));
    }

    /** What is odd about the last of these descriptions. */
    private static List<BatchAnomaly> anomalies(BatchStatus... statuses) {
        BatchMemory memory = BatchMemory.empty();
        List<BatchAnomaly> anomalies = List.of();
        for (BatchStatus status : statuses) {
            anomalies = memory.changeTo(status).anomalies();
            memory = memory.after(status);
        }
        return anomalies;
    }
}
