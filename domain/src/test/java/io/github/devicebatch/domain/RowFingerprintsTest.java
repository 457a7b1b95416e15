package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Descriptions.both;
import static io.github.devicebatch.domain.support.Descriptions.key;
import static io.github.devicebatch.domain.support.Descriptions.nameless;
import static io.github.devicebatch.domain.support.Descriptions.serial;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
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

    @Test
    void doNotPrintWhatTheyAreMadeOf() {
        assertThat(new RowFingerprints("1234567890", "00329-00000-0003-AA606")).hasToString("RowFingerprints");
    }
}
