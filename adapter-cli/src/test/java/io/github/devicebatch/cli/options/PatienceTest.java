package io.github.devicebatch.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Trial;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.Collections;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the command says while it waits, and after it has asked more than once. */
class PatienceTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String OTHER = Batches.anotherBatch().toString();
    private static final Duration MINUTE_ALMOST = Duration.ofSeconds(57);

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();
    private final Trial trial = Trial.asking(partnerCenter).with("DEVICEBATCH_CONCURRENCY", "1");

    @AfterEach
    void stop() {
        partnerCenter.close();
    }

    @Test
    void showsEachAttemptAsItHappensWhenVerbose() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Reply.empty(503))
                .then(Reply.describing(Batches.finished()).truncatedAfter(40))
                .then(Batches.finished());

        assertThat(trial.run("status", REFERENCE, "-v").err().lines())
                .satisfiesExactly(
                        first ->
                                assertThat(first).matches("attempt 1 of " + REFERENCE + ": HTTP 503; next in 0\\.\\ds"),
                        second -> assertThat(second)
                                .startsWith("attempt 2 of " + REFERENCE
                                        + ": the connection broke before the answer was whole; next in "),
                        third -> assertThat(third).isEqualTo("attempt 3 of " + REFERENCE + ": HTTP 200"),
                        asked -> assertThat(asked)
                                .startsWith("asked " + REFERENCE + ": all registered, HTTP 200, 3 attempts, "));
    }

    @Test
    void keepsSilentAboutAPauseThatNobodyNotices() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(503)).then(Batches.finished());

        assertThat(trial.run("status", REFERENCE).err()).isEmpty();
    }

    @Test
    void saysUntilWhenItIsThrottledUnlessQuietAndOnceWhenVerbose() {
        assertThat(throttledOnce()).isEqualTo("throttled by Partner Center until 09:00:57 UTC; waiting\n");
        assertThat(throttledOnce("-q")).isEmpty();
        assertThat(throttledOnce("-v")).contains("; next in 5").doesNotContain("waiting");
    }

    private String throttledOnce(String... options) {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Reply.throttled(MINUTE_ALMOST))
                .then(Batches.finished());
        Ran ran = Trial.asking(partnerCenter).run(command(1, options));
        assertThat(ran.exitCode()).isZero();
        return ran.err();
    }

    @Test
    void saysThatItIsFailingBeforeOneWonders() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(503));

        Ran ran = trial.run("status", REFERENCE);

        assertThat(ran.exitCode()).isEqualTo(6);
        assertThat(ran.err())
                .containsPattern("Partner Center is failing; asking again in \\d(\\.\\d)?s\nerror: unavailable: ")
                .containsPattern(
                        "\nwhy: Partner Center is failing: HTTP 503; 4 attempts in \\d(\\.\\d)?s: failing, failing, failing, failing\n");
        assertThat(ran.out()).containsPattern("\n  Partner Center is failing; 4 attempts in [^\n]*\n$");
    }

    @Test
    void saysWhyTheNextQuestionWaitsForItsTurn() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.throttled(MINUTE_ALMOST));
        partnerCenter
                .script(Batches.anotherBatch())
                .then(Batches.queued(Batches.anotherBatch().tracking()));

        Ran ran = trial.run("status", REFERENCE, OTHER);

        assertThat(ran.exitCode()).isEqualTo(6);
        assertThat(ran.err())
                .contains("; 3 attempts in 1m 5")
                .containsPattern("request id: [^\n]*\nthrottled by Partner Center until 09:02:\\d\\d UTC; waiting\n$");
        assertThat(ran.out()).contains("pending         " + OTHER);
    }

    @Test
    void throttledForLongerThanThereIsTimeAsksNobody() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.throttled(Duration.ofHours(24)));

        Ran ran = trial.run("status", REFERENCE, OTHER);

        assertThat(ran.err())
                .contains("why: throttled by Partner Center until 2026-01-06 09:00:00 UTC: HTTP 429")
                .contains("until 2026-01-06 09:00:00 UTC: Partner Center throttled an earlier question for longer")
                .contains("try: ask again after that, and slower, such as with --rate 1/s\n");
        assertThat(partnerCenter.requests()).hasSize(1);
    }

    @Test
    void saysUntilWhenAServiceThatKeepsFailingIsLeftAlone() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(503));

        Ran ran = trial.run(command(4));

        assertThat(ran.exitCode()).isEqualTo(6);
        assertThat(ran.err())
                .containsPattern("why: Partner Center failed so often that it is left alone until 09:00:\\d\\d UTC"
                        + "; 2 attempts in \\d(\\.\\d)?s: failing, failing")
                .containsPattern("left alone until 09:00:\\d\\d UTC; nothing was sent\ntry: ask again after that; ");
        assertThat(partnerCenter.requests()).hasSize(10);
    }

    @Test
    void saysThatTheBudgetForRetriesIsUsedUp() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(429));

        assertThat(trial.run(command(5)).err())
                .contains("not retried, because the budget for retries is used up")
                .contains("try: ask again in a minute, and slower, such as with --rate 1/s\n");
    }

    private static String[] command(int references, String... options) {
        return Stream.of(Stream.of("status"), Collections.nCopies(references, REFERENCE).stream(), Stream.of(options))
                .flatMap(Function.identity())
                .toArray(String[]::new);
    }
}
