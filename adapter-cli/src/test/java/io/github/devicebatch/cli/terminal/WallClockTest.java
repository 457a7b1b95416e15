package io.github.devicebatch.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.json.JsonLinesReport;
import io.github.devicebatch.http.MonotonicClock;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of the system is set after the command has started at 09:00 UTC; 20 seconds later times are shown. */
class WallClockTest {

    private static final Duration PASSED = Duration.ofSeconds(20);

    private Duration step = Duration.ZERO;
    private Duration passed = Duration.ZERO;
    private final MonotonicClock time =
            new MonotonicClock(() -> ManualTime.DEFAULT_START.plus(passed).plus(step), () -> passed.toNanos());
    private final ClockFormat clock = new ClockFormat(time, ZoneId.of("Europe/Paris"));

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1H", "-PT1H", "P3D"})
    void everyTimeIsShownAsTheClockIsSetNow(Duration set) {
        step = set;
        passed = PASSED;
        Instant shown = ManualTime.DEFAULT_START.plus(PASSED).plus(set);

        assertThat(WallClock.show(time, time.instant())).isEqualTo(shown);
        assertThat(clock.format(time.instant()))
                .isEqualTo(new ClockFormat(() -> shown, clock.zone()).format(shown))
                .doesNotContain("-");
        assertThat(UnavailableText.retryAt(Answers.throttled(Duration.ofSeconds(40)), time))
                .contains(shown.plusSeconds(40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1H", "-PT1H", "P3D"})
    void aLineOfJsonHasTheTimeAsTheClockIsSetNow(Duration set) {
        step = set;
        passed = PASSED;
        Instant shown = ManualTime.DEFAULT_START.plus(PASSED).plus(set);
        var bytes = new ByteArrayOutputStream();
        var report = new JsonLinesReport(new StandardOutput(bytes), DeviceFilter.ALL, time);

        report.begin(1, time.instant(), Optional.of(time.instant().plusSeconds(60)));
        report.on(new WatchEvent.Answered(Batches.REFERENCE, time.instant(), Answers.found(Batches.queued()), 1));

        assertThat(bytes.toString(UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"time\":\"" + shown + "\""))
                .first()
                .asString()
                .contains("\"deadline\":\"" + shown.plusSeconds(60) + "\"");
    }
}
