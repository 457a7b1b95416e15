package io.github.devicebatch.cli.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What standard error has of a wait where no terminal is. */
@ExtendWith(FakePartnerCenterExtension.class)
class LineProgressTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String TIME = "\\d\\d:\\d\\d:\\d\\d UTC  ";

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    LineProgressTest(FakePartnerCenter partnerCenter, ManualTime time) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter, time).ticking();
    }

    @Test
    void writesEachChangeAndAHeartbeatEvery30Seconds() {
        partnerCenter
                .timeline(Batches.REFERENCE)
                .from(Duration.ZERO, Batches.queued())
                .from(Duration.ofMinutes(3), Batches.processing())
                .from(Duration.ofMinutes(4), Batches.finished());

        List<String> lines = tester.run("wait", REFERENCE).err().lines().toList();

        assertThat(lines.getFirst()).isEqualTo("09:00:00 UTC  waiting for 1 batch until 10:00:00 UTC at the latest");
        assertThat(lines.get(1)).isEqualTo("09:00:00 UTC  " + REFERENCE + ": queued");
        assertThat(lines.stream().filter(line -> line.contains("still waiting")))
                .hasSizeBetween(6, 9)
                .first()
                .asString()
                .matches(
                        "09:00:30 UTC  still waiting after 30s: 0 of 1 batch done \\(0%\\); 1 queued; next poll in \\d+s");
        assertThat(lines.stream()
                        .filter(line -> !line.contains("still waiting"))
                        .skip(2))
                .satisfiesExactly(
                        processing ->
                                assertThat(processing).matches(TIME + REFERENCE + ": processing, 1 of 3 processed"),
                        finished -> assertThat(finished).matches(TIME + REFERENCE + ": finished, 3 of 3 processed"));
    }

    @Test
    void reportsAnOutageOnceAndItsEnd() {
        partnerCenter
                .timeline(Batches.REFERENCE)
                .from(Duration.ZERO, Batches.queued())
                .from(Duration.ofSeconds(3), Reply.empty(503))
                .from(Duration.ofMinutes(15), Batches.queued())
                .from(Duration.ofMinutes(17), Batches.finished());

        List<String> lines = tester.run("wait", REFERENCE)
                .err()
                .lines()
                .filter(line -> line.contains("Partner Center"))
                .toList();

        assertThat(lines.getFirst()).matches(TIME + "Partner Center \\(HTTP 503\\) is failing; still waiting");
        assertThat(lines.getLast()).matches(TIME + "Partner Center responds again after 1[4-6]m.*");
        assertThat(lines.subList(1, lines.size() - 1))
                .hasSizeBetween(26, 31)
                .allSatisfy(line -> assertThat(line)
                        .matches(TIME
                                + "still waiting after .*; 1 queued; (next poll in (\\d+s|1m.*); )?Partner Center .*"));
    }

    @Test
    void reportsThrottlingOnceForAllBatches() {
        for (int number = 0; number < 4; number++) {
            partnerCenter
                    .script(Batches.numbered(number))
                    .then(Reply.throttled(Duration.ofSeconds(57)))
                    .then(Batches.finished(Batches.numbered(number).tracking()));
        }

        RunResult result = tester.input(references(4)).run("wait", "-", "--concurrency=1");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()
                        .lines()
                        .filter(line -> line.contains("throttled") && !line.contains("still waiting after"))
                        .count())
                .isBetween(1L, 4L);
        assertThat(result.err())
                .contains("09:00:00 UTC  throttled by Partner Center (HTTP 429) until 09:00:57 UTC; still waiting\n");
    }

    @Test
    void summarizesManyBatches() {
        for (int number = 0; number < 200; number++) {
            partnerCenter
                    .timeline(Batches.numbered(number))
                    .from(Duration.ZERO, Batches.queued(Batches.numbered(number).tracking()))
                    .from(
                            Duration.ofSeconds(60 + number),
                            Batches.processing(Batches.numbered(number).tracking()))
                    .from(
                            Duration.ofSeconds(120 + number),
                            Batches.finished(Batches.numbered(number).tracking()));
        }

        RunResult result = tester.input(references(200)).run("wait", "-", "--concurrency=1", "-ojson");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err().lines())
                .hasSizeBetween(8, 24)
                .anyMatch(line -> line.matches(TIME
                        + "\\d+ of 200 batches done \\(\\d+%\\): \\d+ all registered; .*; \\d+ of \\d+ devices \\(\\d+%\\); "
                        + "[0-9.]+ batches/min, about .* left; .*"))
                .last()
                .asString()
                .matches("200 batches: 200 all registered after \\dm.*");
    }

    @Test
    void countsFailuresByCode() {
        partnerCenter.timeline(Batches.REFERENCE).from(Duration.ZERO, Batches.finishedWithOneFailure());
        partnerCenter
                .timeline(Batches.anotherBatch())
                .from(Duration.ZERO, Batches.queued(Batches.anotherBatch().tracking()))
                .from(
                        Duration.ofMinutes(2),
                        Batches.finished(Batches.anotherBatch().tracking()));

        RunResult result = tester.run("wait", REFERENCE, Batches.anotherBatch().toString(), "--concurrency=1");

        assertThat(result.err())
                .containsPattern("  still waiting after 30s: 1 of 2 batches done \\(50%\\): 1 some failed; 1 queued;"
                        + " 3 of 3 devices \\(100%\\); failed: 1 × 808; next poll in \\d+s\n");
    }

    @Test
    void notesAStateThatGoesBack() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.processing())
                .then(Batches.queued())
                .then(Batches.finished());

        assertThat(tester.run("wait", REFERENCE).err())
                .contains(
                        "\nnote: " + REFERENCE
                                + ": the batch went back from processing to queued, 3 rows vanished; this contradicts an earlier answer\n")
                .doesNotContain(REFERENCE + ": queued\n");
    }

    private static String references(int count) {
        return IntStream.range(0, count)
                .mapToObj(Batches::numbered)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
