package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedThrottlingTest {

    private static final Instant UNTIL = Instant.parse("2026-01-05T09:00:57Z");

    private final ReportedThrottling throttling = new ReportedThrottling();

    @Test
    void coversNothingAtFirst() {
        assertThat(throttling.covers(UNTIL)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-60000, true", "0, true", "999, true", "1000, false", "60000, false"})
    void coversAThrottlingThatEndsAtAboutTheSameTimeOrEarlier(long millisLater, boolean covered) {
        throttling.reported(UNTIL);

        assertThat(throttling.covers(UNTIL.plusMillis(millisLater))).isEqualTo(covered);
    }
}
