package io.github.devicebatch.cli.output.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.OutputSchema;
import io.github.devicebatch.cli.support.ParsedJson;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakePartnerCenterExtension.class)
class WaitJsonReportTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    WaitJsonReportTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
    }

    @Test
    void fieldsHaveAFixedOrderForEveryEnding() throws Exception {
        String members =
                "customerId trackingId ending questions answer status outcome startedTime completedTime counts devices"
                        + " remarks reason cause party detail retryAt trace";
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
        assertThat(String.join(" ", result().keySet())).isEqualTo(members);

        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(404));
        assertThat(String.join(" ", result().keySet())).isEqualTo(members);

        partnerCenter.script(Batches.REFERENCE).then(Batches.processing());
        assertThat(String.join(" ", result().keySet())).isEqualTo(members);
    }

    @Test
    void hasTheDevicesOfAFinalBatch() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.processing()).then(Batches.finishedWithOneFailure());

        JsonObject result = result();

        assertThat(result.getString("ending")).isEqualTo("completed");
        assertThat(result.getInt("questions")).isEqualTo(2);
        assertThat(result.getString("outcome")).isEqualTo("someFailed");
        assertThat(result.getJsonArray("devices")).hasSize(3);
    }

    @Test
    void hasTheLastKnownDataOfAPendingBatch() throws Exception {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.processing())
                .then(Reply.status(503).retryAfter("3600"));

        JsonObject result = result();

        assertThat(result.getString("ending")).isEqualTo("timedOut");
        assertThat(result.getString("answer")).isEqualTo("unavailable");
        assertThat(result.getString("cause")).isEqualTo("failing");
        assertThat(result.getString("status")).isEqualTo("processing");
        assertThat(result.getString("outcome")).isEqualTo("pending");
        assertThat(result.getJsonObject("counts").getInt("unsettled")).isEqualTo(2);
        assertThat(result.get("devices")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void hasTheLastKnownDataOfABatchThatIsRefusedLater() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.processing()).then(Reply.empty(401));

        JsonObject result = result();

        assertThat(result.getString("ending")).isEqualTo("gaveUp");
        assertThat(result.getString("reason")).isEqualTo("unauthenticated");
        assertThat(result.getString("status")).isEqualTo("processing");
    }

    private JsonObject result() throws Exception {
        return result("30s");
    }

    private JsonObject result(String timeout) throws Exception {
        JsonObject document = ParsedJson.object(tester.run("wait", REFERENCE, "-o", "json", "--timeout", timeout)
                .out());
        assertThat(OutputSchema.ofWait().errors(document)).isEmpty();
        return document.getJsonArray("results").getJsonObject(0);
    }
}
