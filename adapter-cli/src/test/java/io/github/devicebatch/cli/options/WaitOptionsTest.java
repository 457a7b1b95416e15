package io.github.devicebatch.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakePartnerCenterExtension.class)
class WaitOptionsTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    WaitOptionsTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
    }

    @ParameterizedTest
    @CsvSource({
        "--interval 5, add a unit to 5",
        "--interval 0, greater than zero",
        "--interval none, is not a duration",
        "--max-interval 60, add a unit to 60",
        "--max-interval 30h, at most one day",
        "--timeout 3600, add a unit to 3600",
        "--timeout 0, use none for no limit",
        "--timeout 0s, use none for no limit",
        "--timeout -PT5S, use none for no limit",
        "--timeout P4000D, use none for no limit",
        "--timeout soon, is not a duration",
        "--not-found-grace 0, use none",
        "--not-found-grace 60, add a unit to 60",
        "--not-found-grace -PT5S, must not be negative",
        "--concurrency 0, not a number from 1 to 256",
        "--concurrency 257, not a number from 1 to 256",
        "--concurrency many, not a number from 1 to 256",
        "--interval=2m --max-interval=90s, --interval 2m is longer than --max-interval 1m 30s",
        "--exit-status, unknown option --exit-status"
    })
    void rejectsAnInvalidOptionAndSendsNothing(String options, String message) {
        RunResult result = tester.run(("wait " + REFERENCE + " " + options).split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: ").contains(message, "\ntry: ");
        assertThat(partnerCenter.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--timeout=none",
                "--timeout=NONE",
                "--timeout=1h30m",
                "--timeout=PT30M",
                "--not-found-grace=0s",
                "--not-found-grace=none",
                "--not-found-grace=2m",
                "--concurrency=256",
                "--max-interval=24h"
            })
    void acceptsValidOptions(String option) {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());

        assertThat(tester.run("wait", REFERENCE, option).exitCode()).isZero();
    }

    @Test
    void waitsWithoutATimeout() {
        partnerCenter.timeline(Batches.REFERENCE); // of the system's time, which hardly passes
        RunResult result =
                tester.with("DEVICEBATCH_NOT_FOUND_GRACE", "72h").run("wait", REFERENCE, "--timeout", "none");

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(tester.time.instant()).isAfter(ManualTime.DEFAULT_START.plus(Duration.ofHours(71)));
    }

    @ParameterizedTest
    @CsvSource({"--interval=2m, 120000", "--max-interval=2s, 2000"})
    void theDefaultOfOneIntervalIsAdaptedToTheOther(String option, long millis) {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.queued())
                .then(Batches.queued())
                .then(Batches.finished());

        assertThat(tester.run("wait", REFERENCE, option).exitCode()).isZero();
        assertThat(tester.time.pauses())
                .hasSize(2)
                .allSatisfy(pause -> assertThat(pause.toMillis()).isBetween(millis * 9 / 10, millis * 11 / 10));
    }
}
