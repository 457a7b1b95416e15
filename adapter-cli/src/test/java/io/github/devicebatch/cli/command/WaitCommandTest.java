package io.github.devicebatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakePartnerCenterExtension.class)
class WaitCommandTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    WaitCommandTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
    }

    @Test
    void pollsUntilTheBatchIsFinalAndShowsItAsStatusDoes() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.queued())
                .then(Batches.processing())
                .then(Batches.finishedWithOneFailure());

        RunResult result = tester.run("wait", REFERENCE);

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out())
                .startsWith("some failed     " + REFERENCE + "\n  3 devices: 2 registered, 1 failed; took 10m; ")
                .contains("ZtdDeviceAssignedToOtherTenant  have the other tenant deregister it\n");
        assertThat(partnerCenter.requestCount()).isEqualTo(3);
        assertThat(tester.time.pauses())
                .satisfiesExactly(first -> assertAbout(first, 5_000), next -> assertAbout(next, 7_500));
    }

    @Test
    void readsTheIntervalsFromTheOptions() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.queued())
                .then(Batches.queued())
                .then(Batches.queued())
                .then(Batches.finished());

        RunResult result = tester.with("DEVICEBATCH_MAX_INTERVAL", "25s").run("wait", REFERENCE, "--interval", "20s");

        assertThat(result.exitCode()).isZero();
        assertThat(tester.time.pauses())
                .satisfiesExactly(
                        first -> assertAbout(first, 20_000),
                        next -> assertAbout(next, 25_000),
                        last -> assertAbout(last, 25_000));
    }

    private static void assertAbout(Duration pause, long millis) {
        assertThat(pause.toMillis()).isBetween(millis * 9 / 10, millis * 11 / 10);
    }

    @Test
    void theOutcomeIsTheExitCode() {
        assertThat(exitCodeOf(Batches.finished())).isZero();
        assertThat(exitCodeOf(Batches.finishedWithOneFailure())).isEqualTo(3);
        assertThat(exitCodeOf(Batches.finished(Batches.TRACKING, new DeviceStatus[0])))
                .isEqualTo(3);
    }

    private int exitCodeOf(BatchStatus status) {
        partnerCenter.script(Batches.REFERENCE).then(status);
        return tester.run("wait", REFERENCE).exitCode();
    }

    @ParameterizedTest
    @CsvSource({"401, 4, refused", "403, 4, refused", "400, 2, refused", "404, 5, not found", "302, 7, unreadable"})
    void endsAtAPermanentFailure(int httpStatus, int exitCode, String headline) {
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(httpStatus));

        RunResult result = tester.run("wait", REFERENCE, "-q");

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.out())
                .startsWith(headline)
                .contains(REFERENCE + "  no status received in ")
                .endsWith(" request" + (exitCode == 7 ? "s" : "") + " (HTTP " + httpStatus + ")\n");
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"503", "429", "408"})
    void pollsAnUnavailableServiceUntilTheTimeout(int httpStatus) {
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(httpStatus));

        RunResult result = tester.run("wait", REFERENCE, "--timeout", "10m");

        assertThat(result.exitCode()).isEqualTo(124);
        assertThat(result.out())
                .startsWith("timed out       " + REFERENCE + "  no status received in ")
                .containsPattern(" requests \\((HTTP " + httpStatus
                        + "|unavailable)\\)\n$"); // unavailable: the circuit was open
    }

    /** The circuit breaker opens after ten attempts at the earliest; this wait has fewer, whatever its random pauses. */
    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void namesTheHttpStatusOfTheLastAnswer(int httpStatus) {
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(httpStatus));

        assertThat(tester.run("wait", REFERENCE, "--timeout", "4s").out())
                .startsWith("timed out       " + REFERENCE + "  no status received in ")
                .containsPattern(" requests? \\(HTTP " + httpStatus + "\\)\n$");
    }

    @Test
    void retriesNotFoundDuringTheGracePeriod() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(404)).then(Batches.finished());
        assertThat(tester.run("wait", REFERENCE, "--not-found-grace", "1m").exitCode())
                .isZero();

        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(404)).then(Batches.finished());
        assertThat(tester.run("wait", REFERENCE).exitCode()).isEqualTo(5);
    }

    @Test
    void logsEachAttemptAndRequestIfVerbose() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(503)).then(Batches.finished());

        assertThat(tester.run("wait", REFERENCE, "-v").err())
                .contains("attempt 1 of " + REFERENCE + ": HTTP 503; next attempt in ")
                .contains("request for " + REFERENCE + ": all registered, HTTP 200, 2 attempts, ");
    }

    @Test
    void sendsNothingIfAReferenceIsInvalid() {
        RunResult result = tester.input(REFERENCE + "\nnonsense\n").run("wait", "-");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: line 2 of standard input: not a batch reference");
        assertThat(partnerCenter.requests()).isEmpty();
    }
}
