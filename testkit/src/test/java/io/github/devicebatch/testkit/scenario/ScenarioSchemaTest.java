package io.github.devicebatch.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.json.JsonNode;
import io.github.devicebatch.testkit.json.JsonReader;
import io.github.devicebatch.testkit.server.FakeControl;
import io.github.devicebatch.testkit.support.ScenarioSchema;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema and the reader agree on valid and invalid scenarios. */
class ScenarioSchemaTest {

    private static final JsonNode SCHEMA = JsonReader.parse(FakeControl.scenarioSchema());
    private static final String BATCH = "{'batches': [{'customer': GUID, 'tracking': GUID, %s}]}";

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.testkit.support.ScenarioReplies#all")
    void acceptsEveryReplyAsTheReaderDoes(String reply) {
        assertAccepted(BATCH.formatted("'replies': [{" + reply + "}]"));
        assertAccepted(BATCH.formatted("'timeline': [{'after': '1h30m', " + reply + "}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'$schema': 'x', 'magicBatches': false, 'uploads': {'queued': '0s', 'processing': 'PT1H'}}",
                "{'faults': {'share': 0.5, 'seed': -7, 'replies': [{'status': 503}]}, 'batches': []}"
            })
    void acceptsScenariosAsTheReaderDoes(String scenario) {
        assertAccepted(scenario);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'batch': []}",
                "{'magicBatches': 1}",
                "{'uploads': {'queued': '1m'}}",
                "{'uploads': {'queued': '1m', 'processing': '1'}}",
                "{'uploads': {'queued': '1m', 'processing': 60}}",
                "{'uploads': {'queued': '1m', 'processing': '1m', 'more': 1}}",
                "{'faults': {'share': 2, 'replies': [{'status': 503}]}}",
                "{'faults': {'share': 1, 'replies': []}}",
                "{'faults': {'replies': [{'status': 503}]}}",
                "{'batches': [{'customer': GUID, 'tracking': 'x', 'replies': [{'status': 503}]}]}",
                "{'batches': [{'customer': GUID, 'replies': [{'status': 503}]}]}",
                "{'batches': [{'customer': GUID, 'tracking': GUID}]}",
                "{'batches': [{'customer': GUID, 'tracking': GUID, 'replies': [], 'timeline': []}]}",
                "{'batches': [{'customer': GUID, 'tracking': GUID, 'timeline': [{'status': 503}]}]}"
            })
    void rejectsScenariosAsTheReaderDoes(String scenario) {
        assertRejected(scenario);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'retryAfter': '5s'",
                "'status': 503, 'empty': 503",
                "'statuss': 503",
                "'after': '5s', 'status': 503",
                "'status': 99",
                "'empty': 600",
                "'status': 200.5",
                "'status': '503'",
                "'throttled': 57",
                "'throttled': '57'",
                "'example': 'done'",
                "'connection': 'cut'",
                "'fault': {'http': 403, 'code': '1'}",
                "'fault': {'http': 403, 'code': 2032, 'description': ''}",
                "'numberedFault': {'http': 403, 'code': '2032', 'description': ''}",
                "'gatewayFault': {'http': 403, 'message': '', 'code': ''}",
                "'json': {'http': 200, 'body': {}}",
                "'batch': {}",
                "'batch': {'status': ' '}",
                "'batch': {'status': 'queued', 'startedTime': 'noon'}",
                "'batch': {'status': 'queued', 'devicesStatus': [{'serialNumber': '1'}]}",
                "'batch': {'status': 'queued', 'devicesStatus': [{'status': 'x', 'errorCode': 808}]}",
                "'empty': 503, 'headers': {'X': 1}",
                "'empty': 503, 'headers': []",
                "'empty': 503, 'chunked': 0",
                "'empty': 503, 'gzipped': 'yes'",
                "'empty': 503, 'truncatedAfter': -1",
                "'empty': 503, 'dripping': {'bytes': 0, 'pause': '1s'}",
                "'empty': 503, 'dripping': {'bytes': 1}"
            })
    void rejectsRepliesAsTheReaderDoes(String reply) {
        assertRejected(BATCH.formatted("'replies': [{" + reply + "}]"));
    }

    @Test
    void hasTheMembersOfTheReader() {
        Map<String, JsonNode> definitions = members(members(SCHEMA).get("$defs"));
        assertThat(properties(SCHEMA)).containsOnlyKeys(Scenario.MEMBERS);
        assertThat(properties(definitions.get("reply"))).containsOnlyKeys(ReplyReader.members());
        assertThat(properties(definitions.get("batchStatus"))).containsOnlyKeys(StatusReader.MEMBERS);
        assertThat(properties(definitions.get("deviceStatus"))).containsOnlyKeys(StatusReader.DEVICE_MEMBERS);
    }

    private static void assertAccepted(String scenario) {
        String json = quoted(scenario);
        ScenarioReader.read(json);
        assertThat(ScenarioSchema.errors(json)).isEmpty();
    }

    private static void assertRejected(String scenario) {
        String json = quoted(scenario);
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> ScenarioReader.read(json));
        assertThat(ScenarioSchema.errors(json)).isNotEmpty();
    }

    private static Map<String, JsonNode> properties(JsonNode schema) {
        return members(members(schema).get("properties"));
    }

    private static Map<String, JsonNode> members(JsonNode node) {
        return node.members("an object");
    }

    private static String quoted(String scenario) {
        return scenario.replace("GUID", "'" + Batches.TRACKING + "'").replace('\'', '"');
    }
}
