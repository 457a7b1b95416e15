package io.github.devicebatch.cli.output.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.JsonLinesEvents;
import io.github.devicebatch.cli.support.OutputSchema;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FakePartnerCenterExtension.class)
class JsonLinesReportTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    JsonLinesReportTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
    }

    @Test
    void timesHaveMilliseconds() {
        tester.time.advance(Duration.ofNanos(123_456_789));
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());

        List<JsonObject> events = events("wait", REFERENCE);

        assertThat(events.getFirst().getString("deadline")).isEqualTo("2026-01-05T10:00:00.123Z");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.getString("time")).isEqualTo("2026-01-05T09:00:00.123Z"));
    }

    @Test
    void eventsAreInOrder() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.queued())
                .then(Batches.queued())
                .then(Batches.processing())
                .then(Batches.finishedWithOneFailure());

        List<JsonObject> events = events("wait", REFERENCE);

        assertThat(JsonLinesEvents.names(events))
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
    void aChangeListsTheProcessedDevicesAndTheEndListsAll() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.processing()).then(Batches.finishedWithOneFailure());

        List<JsonObject> events = events("wait", REFERENCE);
        JsonObject change = JsonLinesEvents.named("changed", events).getLast();

        assertThat(JsonLinesEvents.named("changed", events).getFirst().get("previous"))
                .isEqualTo(JsonValue.NULL);
        assertThat(change.getValue("/previous/counts/unsettled")).hasToString("2");
        assertThat(change.getJsonArray("registered")).hasSize(1);
        assertThat(change.getValue("/registered/0/serialNumber")).hasToString("\"SN-0002\"");
        assertThat(change.getValue("/failed/0/errorCode")).hasToString("\"808\"");
        assertThat(JsonLinesEvents.named("observed", events))
                .allSatisfy(event -> assertThat(event.get("devices")).isEqualTo(JsonValue.NULL));
        JsonObject finished = JsonLinesEvents.named("finished", events).getFirst();
        assertThat(finished.getString("ending")).isEqualTo("completed");
        assertThat(finished.getString("outcome")).isEqualTo("someFailed");
        assertThat(finished.getJsonArray("devices")).hasSize(3);
    }

    @Test
    void omitsOtherDevicesIfOnlyFailedOnesAreWanted() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.processing()).then(Batches.finishedWithOneFailure());

        List<JsonObject> events = events("wait", REFERENCE, "--failed");

        assertThat(JsonLinesEvents.named("changed", events).getLast().getJsonArray("registered"))
                .isEmpty();
        assertThat(JsonLinesEvents.named("changed", events).getLast().getJsonArray("failed"))
                .hasSize(1);
        assertThat(JsonLinesEvents.named("finished", events).getFirst().getJsonArray("devices"))
                .hasSize(1);
    }

    /** A change lists a device under exactly one of three members: {@code --accept} moves it from failed to accepted. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--accept=806 | SN-0002 | SN-0003 | SN-0004 | accepted",
                "--accept=808 | SN-0002 | SN-0004 | SN-0003 | accepted",
                "--accept=ZtdDeviceAlreadyAssigned --failed | '' | SN-0003 | '' | ''",
                "--accept=806,808 | SN-0002 | '' | SN-0003 SN-0004 | accepted",
                "-v | SN-0002 | SN-0003 SN-0004 | '' | ''"
            })
    void aChangeListsTheAcceptedDevicesApart(
            String options, String registered, String failed, String accepted, String outcome) {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.processing())
                .then(Batches.finished(
                        Batches.TRACKING,
                        Devices.registered("SN-0001"),
                        Devices.registered("SN-0002"),
                        Devices.assignedToOtherTenant("SN-0003"),
                        Devices.failed("SN-0004", "806", "ZtdDeviceAlreadyAssigned")));

        String[] arguments = Stream.concat(Stream.of("wait", REFERENCE), Stream.of(options.split(" ")))
                .toArray(String[]::new);
        JsonObject change = JsonLinesEvents.named("changed", events(arguments)).getLast();

        assertThat(serialNumbers(change, "registered")).isEqualTo(registered);
        assertThat(serialNumbers(change, "failed")).isEqualTo(failed);
        assertThat(serialNumbers(change, "accepted")).isEqualTo(accepted);
        assertThat(change.getJsonArray("accepted").getValuesAs(JsonObject.class))
                .allSatisfy(device -> assertThat(device.getString("outcome")).isEqualTo(outcome));
    }

    private static String serialNumbers(JsonObject change, String member) {
        return change.getJsonArray(member).getValuesAs(JsonObject.class).stream()
                .map(device -> device.getString("serialNumber"))
                .collect(Collectors.joining(" "));
    }

    @Test
    void theSchemaRequiresTheAcceptedDevicesOfAChange() throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finishedWithOneFailure());
        JsonObject change = JsonLinesEvents.named("changed", events("wait", REFERENCE, "--accept=808"))
                .getFirst();

        assertThat(change.getJsonArray("accepted")).hasSize(1);
        assertThat(OutputSchema.ofEvent().errors(change)).isEmpty();
        assertThat(OutputSchema.ofEvent()
                        .errors(Json.createObjectBuilder(change)
                                .remove("accepted")
                                .build()))
                .isNotEmpty();
    }

    @Test
    void statusHasOneLineForEachBatchAndASummary() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finishedWithOneFailure());
        partnerCenter.script(Batches.anotherBatch()).then(Reply.empty(404));

        List<JsonObject> events =
                events("status", REFERENCE, Batches.anotherBatch().toString(), "--concurrency=1", "--failed");

        assertThat(JsonLinesEvents.names(events)).containsExactly("observed", "observed", "summary");
        assertThat(events.getFirst().getJsonArray("devices")).hasSize(1);
        assertThat(events.get(1).getString("answer")).isEqualTo("notFound");
        assertThat(events.getLast().getInt("exitCode")).isEqualTo(5);
    }

    private List<JsonObject> events(String... arguments) {
        return JsonLinesEvents.of(tester, arguments);
    }

    @Nested
    class Failures {

        @Test
        void aStateThatGoesBackIsAContradictionAndNotAChange() {
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Batches.processing())
                    .then(Batches.queued())
                    .then(Batches.finished());

            List<JsonObject> events = events("wait", REFERENCE);

            assertThat(JsonLinesEvents.names(events))
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
            assertThat(JsonLinesEvents.named("contradicted", events).getFirst().getValue("/anomalies/0/anomaly"))
                    .hasToString("\"stateWentBack\"");
        }

        @Test
        void throttlingIsReportedWhenItHappensAndOnce() {
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Reply.throttled(Duration.ofSeconds(57)))
                    .then(Batches.finished());

            List<JsonObject> events = events("wait", REFERENCE);

            assertThat(JsonLinesEvents.names(events))
                    .containsExactly("started", "throttled", "observed", "changed", "finished", "summary");
            assertThat(events.get(1).getString("time")).startsWith("2026-01-05T09:00:00");
            assertThat(events.get(1).getString("retryAt")).isEqualTo("2026-01-05T09:00:57Z");
        }

        @Test
        void eachRequestWithoutAnAnswerIsReported() {
            partnerCenter.script(Batches.REFERENCE).then(Reply.empty(503));

            List<JsonObject> events = events("wait", REFERENCE, "--timeout", "30s");

            assertThat(JsonLinesEvents.names(events).distinct())
                    .containsExactly("started", "unavailable", "finished", "summary");
            assertThat(events.get(1).getString("cause")).isEqualTo("failing");
            assertThat(events.get(1).getInt("question")).isOne();
            JsonObject finished = JsonLinesEvents.named("finished", events).getFirst();
            assertThat(finished.getString("ending")).isEqualTo("timedOut");
            assertThat(finished.getString("answer")).isEqualTo("unavailable");
            assertThat(finished.getInt("questions"))
                    .isEqualTo(JsonLinesEvents.named("unavailable", events).size());
            assertThat(events.getLast().getInt("exitCode")).isEqualTo(124);
        }
    }

    /** A lack of memory in the middle of a long line, as the stream reports it here, must not spoil the events after it. */
    @Test
    void theEventAfterAnIncompleteLineHasItsOwnLine() {
        var bytes = new ByteArrayOutputStream();
        var stream = new FilterOutputStream(bytes) {

            private int writes;

            @Override
            public void write(byte[] text, int offset, int length) {
                if (++writes == 2) {
                    throw new OutOfMemoryError("Java heap space");
                }
                bytes.write(text, offset, length);
            }
        };
        var report = new JsonLinesReport(new StandardOutput(stream), DeviceFilter.ALL, ManualTime.start());
        DeviceStatus[] devices = Collections.nCopies(1_000, Devices.assignedToOtherTenant("SN-1"))
                .toArray(DeviceStatus[]::new);

        assertThatThrownBy(
                        () -> report.add(Batches.REFERENCE, Answers.found(Batches.finished(Batches.TRACKING, devices))))
                .isInstanceOf(OutOfMemoryError.class);
        report.end(new Summary());

        List<String> lines = bytes.toString(UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("{\"schema\":").doesNotEndWith("}}");
        assertThat(lines.getLast())
                .startsWith("{\"schema\":")
                .contains("\"event\":\"summary\"")
                .endsWith("}");
    }
}
