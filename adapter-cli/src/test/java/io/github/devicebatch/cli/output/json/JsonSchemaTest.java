package io.github.devicebatch.cli.output.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.support.AttemptTraces;
import io.github.devicebatch.cli.support.HostileAnswer;
import io.github.devicebatch.cli.support.OutputSchema;
import io.github.devicebatch.cli.support.ParsedJson;
import io.github.devicebatch.cli.support.ReportOutput;
import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Output of the JSON reports against the published schemas. */
class JsonSchemaTest {

    static Stream<BatchStatusAnswer> everyKindOfAnswer() {
        Stream<BatchStatusAnswer> some = Stream.of(
                Answers.found(Batches.documentedExample()),
                Answers.found(Batches.queued()),
                Answers.found(Batches.finished()),
                Answers.found(Batches.finishedWithOneFailure()),
                Answers.notFound(),
                Answers.throttled(Duration.ofMillis(56_100)),
                Answers.unreadable(),
                Answers.notFound().withTrace(AttemptTraces.FAILING_IN_EVERY_WAY),
                HostileAnswer.answer());
        return Stream.of(
                        some,
                        Arrays.stream(RefusalReason.values()).map(Answers::refused),
                        Arrays.stream(UnavailabilityCause.values()).map(Answers::unavailable),
                        Arrays.stream(Party.values()).flatMap(JsonSchemaTest::of))
                .flatMap(answers -> answers);
    }

    private static Stream<BatchStatusAnswer> of(Party party) {
        return Stream.of(
                new BatchStatusAnswer.Refused(RefusalReason.FORBIDDEN, party, Fault.UNEXPLAINED, Answers.TRACE),
                new BatchStatusAnswer.Unavailable(
                        UnavailabilityCause.FAILING, party, "a test", Optional.empty(), Answers.TRACE));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfAnswer")
    void aDocumentOfAnyAnswerFitsTheSchema(BatchStatusAnswer answer) throws IOException {
        assertThat(OutputSchema.ofStatus().errors(parsed(written(answer)))).isEmpty();
    }

    @Test
    void theSchemaHasEveryOutcome() throws IOException {
        List<String> outcomes = OutputSchema.ofStatus()
                .root()
                .getValue("/$defs/found/properties/outcome/enum")
                .asJsonArray()
                .getValuesAs(JsonString::getString);

        assertThat(outcomes)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(BatchOutcome.values())
                        .map(JsonFields::word)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            devicebatch.status/1   | devicebatch.status/2
            "allFailed"            | "failed"
            "deviceId": null,      | ~~
            "attempts": 1          | "attempts": "1"
            "attempts": 1          | "attempts": -1
            2017-07-25T10:00:00Z   | 2017-07-25T10:00:00
            "answer": "found"      | "answer": "notFound"
            "remarks"              | "remark"
            """)
    void aChangedDocumentDoesNotFit(String part, String changed) throws IOException {
        String json = written(Answers.found(Batches.documentedExample()));
        String other = json.replace(part, changed);

        assertThat(other).isNotEqualTo(json);
        assertThat(OutputSchema.ofStatus().errors(parsed(other))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyKindOfAnswer")
    void aLineOfAnyAnswerFitsTheSchema(BatchStatusAnswer answer) throws IOException {
        List<JsonObject> lines = ParsedJson.lines(
                ReportOutput.by(output -> new JsonLinesReport(output, DeviceFilter.ALL, ManualTime.start()), answer));

        assertThat(OutputSchema.ofEvent().errors(lines.getFirst())).isEmpty();
        assertThat(OutputSchema.ofEvent().errors(lines.getLast())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            devicebatch.event/1  | devicebatch.event/2
            "observed"           | "seen"
            "question":1         | "question":0
            "retryAt":null       | "retryAt":"soon"
            "devices"            | "rows"
            09:00:00Z            | 09:00:00
            """)
    void aChangedLineDoesNotFit(String part, String changed) throws IOException {
        String line = ReportOutput.by(
                        output -> new JsonLinesReport(output, DeviceFilter.ALL, ManualTime.start()),
                        Answers.found(Batches.documentedExample()))
                .lines()
                .findFirst()
                .orElseThrow();
        String other = line.replace(part, changed);

        assertThat(other).isNotEqualTo(line);
        assertThat(OutputSchema.ofEvent().errors(ParsedJson.object(other))).isNotEmpty();
    }

    private static String written(BatchStatusAnswer answer) {
        return ReportOutput.by(output -> new StatusJsonReport(output, DeviceFilter.ALL, ManualTime.start()), answer);
    }

    private static JsonObject parsed(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }
}
