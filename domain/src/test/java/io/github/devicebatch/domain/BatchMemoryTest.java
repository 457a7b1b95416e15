package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Descriptions.batch;
import static io.github.devicebatch.domain.support.Descriptions.both;
import static io.github.devicebatch.domain.support.Descriptions.key;
import static io.github.devicebatch.domain.support.Descriptions.nameless;
import static io.github.devicebatch.domain.support.Descriptions.serial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.domain.BatchAnomaly.DevicesUnsettled;
import io.github.devicebatch.domain.BatchAnomaly.RowsVanished;
import io.github.devicebatch.domain.BatchAnomaly.StateWentBack;
import io.github.devicebatch.domain.BatchAnomaly.VerdictsReversed;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchMemoryTest {

    @Test
    void takesEverySettledDeviceOfTheFirstDescriptionForNews() {
        BatchStatus first = batch(
                "processing", serial("1", "finished"), serial("2", "queued"), serial("3", "finished_with_errors"));
        BatchChange change = BatchMemory.empty().changeTo(first);

        assertThat(change)
                .isEqualTo(new BatchChange(
                        Optional.empty(),
                        first.progress(),
                        List.of(serial("1", "finished")),
                        List.of(serial("3", "finished_with_errors")),
                        List.of()));
    }

    @Test
    void tellsEachDeviceOnceInTheServicesOrder() {
        BatchStatus first = batch(
                "processing",
                serial("1", "queued"),
                serial("2", "finished"),
                serial("3", "in-progress"),
                serial("4", "unknown"));
        BatchStatus second = batch(
                "processing",
                serial("1", "finished"),
                serial("2", "finished"),
                serial("3", "finished_with_errors"),
                serial("4", "finished"));
        BatchChange change = BatchMemory.empty().after(first).changeTo(second);

        assertThat(change.previous()).contains(first.progress());
        assertThat(change.current()).isEqualTo(second.progress());
        assertThat(change.registered()).containsExactly(serial("1", "finished"), serial("4", "finished"));
        assertThat(change.failed()).containsExactly(serial("3", "finished_with_errors"));
        assertThat(change.anomalies()).isEmpty();
    }

    @Test
    void findsARowAgainWhereverItStands() {
        BatchChange change = BatchMemory.empty()
                .after(batch("processing", serial("1", "finished"), both("1", "K1", "finished"), key("K1", "queued")))
                .changeTo(batch(
                        "processing", key("K1", "finished"), serial("1", "finished"), both("1", "K1", "finished")));

        assertThat(change.registered()).containsExactly(key("K1", "finished"));
        assertThat(change.anomalies()).isEmpty();
    }

    @Test
    void countsRowsThatAreAlike() {
        BatchChange change = BatchMemory.empty()
                .after(batch("processing", serial("1", "finished"), serial("1", "queued"), serial("1", "queued")))
                .changeTo(batch(
                        "processing",
                        serial("1", "finished"),
                        serial("1", "finished_with_errors"),
                        serial("1", "queued"),
                        serial("1", "finished")));

        assertThat(change.failed()).containsExactly(serial("1", "finished_with_errors"));
        assertThat(change.registered()).containsExactly(serial("1", "finished"));
        assertThat(change.anomalies()).isEmpty();
    }

    @Test
    void recognizesARowWithoutSerialNumberAndKeyByItsPosition() {
        BatchChange change = BatchMemory.empty()
                .after(batch("processing", nameless("finished"), serial("1", "queued"), nameless("queued")))
                .changeTo(batch("processing", nameless("finished"), serial("1", "queued"), nameless("finished")));

        assertThat(change.registered()).hasSize(1);
        assertThat(change.anomalies()).isEmpty();
    }

    @Test
    void doesNotRecognizeARowWithoutSerialNumberAndKeyElsewhere() {
        BatchChange change = BatchMemory.empty()
                .after(batch("processing", nameless("finished"), serial("1", "queued"), serial("", "finished")))
                .changeTo(batch("processing", serial("1", "queued"), nameless("finished"), nameless("finished")));

        assertThat(change.registered()).hasSize(1);
        assertThat(change.anomalies()).containsExactly(new BatchAnomaly.RowsVanished(1));
    }

    @Test
    void doesNotMixSerialNumbersAndKeysUp() {
        BatchChange change = BatchMemory.empty()
                .after(batch("processing", serial("AB", "finished"), both("A", "BC", "finished")))
                .changeTo(batch("processing", key("AB", "finished"), both("AB", "C", "finished")));

        assertThat(change.registered()).hasSize(2);
        assertThat(change.anomalies()).containsExactly(new BatchAnomaly.RowsVanished(2));
    }

    @Test
    void findsTheOneDeviceThatSettledAmongManyInAnyOrder() {
        List<DeviceStatus> before = new ArrayList<>(devices(10_000));
        BatchMemory memory = BatchMemory.empty().after(batch("processing", before));
        List<DeviceStatus> after = new ArrayList<>(before);
        after.set(7_777, serial("S7777", "finished"));
        Collections.shuffle(after, new Random(4));

        BatchChange change = memory.changeTo(batch("processing", after));

        assertThat(change.registered()).containsExactly(serial("S7777", "finished"));
        assertThat(change.failed()).isEmpty();
        assertThat(change.anomalies()).isEmpty();
    }

    @Test
    void knowsHowFarTheBatchWas() {
        BatchStatus status = batch("processing", serial("1", "finished"));

        assertThat(BatchMemory.empty().progress()).isEmpty();
        assertThat(BatchMemory.empty().after(status).progress()).contains(status.progress());
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> BatchMemory.empty().after(null));
        assertThatNullPointerException().isThrownBy(() -> BatchMemory.empty().changeTo(null));
    }

    private static List<DeviceStatus> devices(int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> serial("S" + each, each % 2 == 0 ? "finished_with_errors" : "queued"))
                .toList();
    }

    @Nested
    class Anomalies {

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
                    .containsExactly(new VerdictsReversed(
                            List.of(serial("1", "finished_with_errors"), serial("2", "finished"))));
            assertThat(change.registered()).isEmpty();
            assertThat(change.failed()).isEmpty();
            assertThat(change.isProgress()).isFalse();
        }

        @Test
        void findsRowsThatVanishedEvenWhileOthersAppear() {
            BatchStatus before =
                    batch("processing", serial("1", "queued"), serial("2", "finished"), serial("2", "queued"));
            BatchStatus after =
                    batch("processing", serial("2", "finished"), serial("3", "queued"), serial("4", "queued"));

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

        /** Returns the anomalies of the last of these statuses. */
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

    @Nested
    class Footprint {

        private static final int MEMORIES = 20;
        private static final int DEVICES = 50_000;

        @Test
        void isEightBytesADeviceAndNothingOfTheRows() {
            long before = heap();
            List<BatchMemory> memories = new ArrayList<>();
            for (int number = 0; number < MEMORIES; number++) {
                memories.add(BatchMemory.empty().after(upload()));
            }
            double bytes = (double) (heap() - before) / (MEMORIES * DEVICES);

            assertThat(bytes).isBetween(7.5, 9.0);
            assertThat(memories).hasSize(MEMORIES); // they are alive until here
        }

        private static BatchStatus upload() {
            return batch(
                    "processing",
                    IntStream.range(0, DEVICES)
                            .mapToObj(number -> both("PF" + number, "00329-00000-0003-" + number, "queued"))
                            .toList());
        }

        private static long heap() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
