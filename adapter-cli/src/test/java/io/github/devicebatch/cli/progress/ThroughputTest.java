package io.github.devicebatch.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThroughputTest {

    @ParameterizedTest
    @CsvSource({
        "98, PT20S, 1372, '4.9 batches/s, about 4m 40s left'",
        "400, PT20S, 100, '20 batches/s, about 5s left'",
        "59, PT1M, 1, '59 batches/min, about 5s left'",
        "60, PT1M, 1, '1.0 batches/s, about 5s left'",
        "3, PT2M, 3, '1.5 batches/min, about 2m left'",
        "1, PT2H, 10, '0.5 batches/h, about 20h left'",
        "1, PT10M, 2, '6.0 batches/h, about 20m left'",
        "1, PT10M, 3, '6.0 batches/h, about 30m left'",
        "7, PT10M, 31, '42 batches/h, about 45m left'",
        "0, PT1M, 5, ''",
        "5, PT1.999S, 5, ''",
        "5, PT1M, 0, ''",
    })
    void textHasRateAndTimeLeft(long counted, Duration elapsed, long rest, String expected) {
        assertThat(new Throughput(counted, elapsed, "batches").text(rest)).isEqualTo(expected);
    }
}
