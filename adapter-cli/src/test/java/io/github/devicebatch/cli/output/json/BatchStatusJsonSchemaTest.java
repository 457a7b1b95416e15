package io.github.devicebatch.cli.output.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.cli.support.HostileAnswer;
import io.github.devicebatch.cli.support.OutputSchema;
import io.github.devicebatch.cli.support.ParsedJson;
import io.github.devicebatch.cli.support.ReportDocuments;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchStatusJson;
import io.github.devicebatch.testkit.Batches;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON form of the domain against its schema, and read by another JSON library. */
class BatchStatusJsonSchemaTest {

    static Stream<BatchStatus> statuses() {
        return Stream.of(
                Batches.documentedExample(),
                Batches.queued(),
                Batches.processing(),
                Batches.finishedWithOneFailure(),
                HostileAnswer.answer().status(),
                ((Found) ReportDocuments.withDevices(60)).status());
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void fitsTheSchemaAndKeepsTheTexts(BatchStatus status) throws IOException {
        JsonObject json = ParsedJson.object(BatchStatusJson.of(status).text());

        assertThat(OutputSchema.ofBatchStatus().errors(json)).isEmpty();
        assertThat(json.getString("status")).isEqualTo(status.state().text());
        assertThat(json.getJsonArray("devices")).hasSameSizeAs(status.devices());
    }
}
