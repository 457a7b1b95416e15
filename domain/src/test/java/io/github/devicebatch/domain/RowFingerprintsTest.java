package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Descriptions.both;
import static io.github.devicebatch.domain.support.Descriptions.key;
import static io.github.devicebatch.domain.support.Descriptions.nameless;
import static io.github.devicebatch.domain.support.Descriptions.serial;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowFingerprintsTest {

    @Test
    void differForAHundredThousandRowsThatDifferLittle() {
        List<DeviceStatus> rows = new ArrayList<>();
        for (int number = 0; number < 20_000; number++) {
            rows.add(serial("PF0%05d".formatted(number), "queued"));
            rows.add(key("00329-00000-0003-%05d".formatted(number), "queued"));
            rows.add(both("PF0%05d".formatted(number), "00329-00000-0003-AA606", "queued"));
            rows.add(serial("the same", "queued"));
            rows.add(nameless("queued"));
        }

        assertThat(LongStream.of(RowFingerprints.of(rows)).distinct().count()).isEqualTo(100_000);
    }

    @Test
    void spreadOverAllBitsButTheTwoThatAreLeftFree() {
        List<DeviceStatus> rows = new ArrayList<>();
        for (int number = 0; number < 4_096; number++) {
            rows.add(serial(Integer.toString(number), "queued"));
        }
        long[] keys = RowFingerprints.of(rows);

        for (int bit = 0; bit < Long.SIZE; bit++) {
            long mask = 1L << bit;
            long set = LongStream.of(keys).filter(key -> (key & mask) != 0).count();
            if (bit < 2) {
                assertThat(set).isZero();
            } else {
                assertThat(set).as("bit %d", bit).isBetween(1_800L, 2_300L);
            }
        }
    }

    /** A hash map without an order of its keys would compare each of these rows with all others. */
    @Test
    void differForRowsOfTheSameHashCode() {
        List<String> serialNumbers = List.of("");
        for (int length = 0; length < 15; length++) {
            serialNumbers = serialNumbers.stream()
                    .flatMap(start -> Stream.of(start + "Aa", start + "BB"))
                    .toList();
        }
        assertThat(serialNumbers)
                .extracting(String::hashCode)
                .containsOnly(serialNumbers.getFirst().hashCode());

        long[] keys = RowFingerprints.of(
                serialNumbers.stream().map(number -> serial(number, "queued")).toList());

        assertThat(LongStream.of(keys).distinct().count()).isEqualTo(1 << 15);
    }

    @Test
    void haveAnOrderThatAgreesWithEquals() {
        var first = new RowFingerprints("a", "1");

        assertThat(first).isEqualByComparingTo(new RowFingerprints("a", "1"));
        assertThat(first).isLessThan(new RowFingerprints("a", "2")).isLessThan(new RowFingerprints("b", "0"));
    }

    @Test
    void doNotPrintWhatTheyAreMadeOf() {
        assertThat(new RowFingerprints("1234567890", "00329-00000-0003-AA606")).hasToString("RowFingerprints");
    }
}
