package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.FakePartnerCenter;
import io.github.devicebatch.testkit.Reply;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitEventsTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();
    private final Trial trial = Trial.asking(partnerCenter);

    @AfterEach
    void stop() {
        partnerCenter.close();
    }

    @Test
    void tellsWhatHappensInTheOrderInWhichItBecomesKnown() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.queued())
                .then(Batches.queued())
                .then(Batches.processing())
                .then(Batches.finishedWithOneFailure());

        List<JsonObject> events = events("wait", REFERENCE);

        assertThat(names(events))
                .containsExactly(
                        "started",
                        "observed",
                        "changed",
                        "observed",
                        "observed",
                        "changed",
                        "observed",
                        "changed",
                        "finished",
                        "summary");
        assertThat(events.getFirst().getInt("batches")).isOne();
        assertThat(events.getFirst().getString("deadline")).isEqualTo("2026-01-05T10:00:00Z");
        assertThat(events.getLast().getInt("exitCode")).isEqualTo(3);
        assertThat(events.getLast().getInt("questions")).isEqualTo(4);
        assertThat(events.stream().map(event -> Instant.parse(event.getString("time"))))
                .isSorted();
    }

    @Test
    void tellsWhichDevicesSettledAndAllOfThemAtTheEnd() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.processing()).then(Batches.finishedWithOneFailure());

        List<JsonObject> events = events("wait", REFERENCE);
        JsonObject change = named("changed", events).getLast();

        assertThat(named("changed", events).getFirst().get("previous")).isEqualTo(JsonValue.NULL);
        assertThat(change.getValue("/previous/counts/unsettled")).hasToString("2");
        assertThat(change.getJsonArray("registered")).hasSize(1);
        assertThat(change.getValue("/registered/0/serialNumber")).hasToString("\"SN-0002\"");
        assertThat(change.getValue("/failed/0/errorCode")).hasToString("\"808\"");
        assertThat(named("observed", events))
                .allSatisfy(event -> assertThat(event.get("devices")).isEqualTo(JsonValue.NULL));
        JsonObject finished = named("finished", events).getFirst();
        assertThat(finished.getString("ending")).isEqualTo("completed");
        assertThat(finished.getString("outcome")).isEqualTo("someFailed");
        assertThat(finished.getJsonArray("devices")).hasSize(3);
    }

    @Test
    void leavesOutDevicesThatDidNotFailWhenToldTo() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.processing()).then(Batches.finishedWithOneFailure());

        List<JsonObject> events = events("wait", REFERENCE, "--failed");

        assertThat(named("changed", events).getLast().getJsonArray("registered"))
                .isEmpty();
        assertThat(named("changed", events).getLast().getJsonArray("failed")).hasSize(1);
        assertThat(named("finished", events).getFirst().getJsonArray("devices")).hasSize(1);
    }

    @Test
    void aStateThatGoesBackIsAContradictionAndNoChange() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.processing())
                .then(Batches.queued())
                .then(Batches.finished());

        List<JsonObject> events = events("wait", REFERENCE);

        assertThat(names(events))
                .containsExactly(
                        "started",
                        "observed",
                        "changed",
                        "observed",
                        "contradicted",
                        "observed",
                        "changed",
                        "finished",
                        "summary");
        assertThat(named("contradicted", events).getFirst().getValue("/anomalies/0/anomaly"))
                .hasToString("\"stateWentBack\"");
    }

    @Test
    void tellsThatItIsThrottledWhenItHappensAndOnce() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Reply.throttled(Duration.ofSeconds(57)))
                .then(Batches.finished());

        List<JsonObject> events = events("wait", REFERENCE);

        assertThat(names(events)).containsExactly("started", "throttled", "observed", "changed", "finished", "summary");
        assertThat(events.get(1).getString("time")).startsWith("2026-01-05T09:00:00");
        assertThat(events.get(1).getString("retryAt")).isEqualTo("2026-01-05T09:00:57Z");
    }

    @Test
    void tellsOfEachQuestionWithoutAnAnswer() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(503));

        List<JsonObject> events = events("wait", REFERENCE, "--timeout", "30s");

        assertThat(names(events).distinct()).containsExactly("started", "unavailable", "finished", "summary");
        assertThat(events.get(1).getString("cause")).isEqualTo("failing");
        assertThat(events.get(1).getInt("question")).isOne();
        JsonObject finished = named("finished", events).getFirst();
        assertThat(finished.getString("ending")).isEqualTo("timedOut");
        assertThat(finished.getString("answer")).isEqualTo("unavailable");
        assertThat(finished.getInt("questions"))
                .isEqualTo(named("unavailable", events).size());
        assertThat(events.getLast().getInt("exitCode")).isEqualTo(124);
    }

    @Test
    void statusWritesOneLineForEachReferenceAndASummary() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finishedWithOneFailure());

        List<JsonObject> events =
                events("status", REFERENCE, Batches.anotherBatch().toString(), "--concurrency=1", "--failed");

        assertThat(names(events)).containsExactly("observed", "observed", "summary");
        assertThat(events.getFirst().getJsonArray("devices")).hasSize(1);
        assertThat(events.get(1).getString("answer")).isEqualTo("notFound");
        assertThat(events.getLast().getInt("exitCode")).isEqualTo(5);
    }

    /** Every line that any of these tests brings about fits the schema. */
    private List<JsonObject> events(String... arguments) {
        Ran ran = trial.run(
                Stream.concat(Stream.of(arguments), Stream.of("-o", "jsonl")).toArray(String[]::new));
        List<JsonObject> events = Parsed.lines(ran.out());
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(JsonSchema.ofEvent().objections(event)).isEmpty());
        assertThat(ran.exitCode()).isEqualTo(events.getLast().getInt("exitCode"));
        return events;
    }

    private static Stream<String> names(List<JsonObject> events) {
        return events.stream().map(event -> event.getString("event"));
    }

    private static List<JsonObject> named(String name, List<JsonObject> events) {
        return events.stream()
                .filter(event -> event.getString("event").equals(name))
                .toList();
    }
}
