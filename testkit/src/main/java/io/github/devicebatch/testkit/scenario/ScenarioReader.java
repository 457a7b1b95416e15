package io.github.devicebatch.testkit.scenario;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.json.JsonNode;
import io.github.devicebatch.testkit.json.JsonReader;
import io.github.devicebatch.testkit.scenario.Scenario.BatchReplies;
import io.github.devicebatch.testkit.scenario.Scenario.FaultRate;
import io.github.devicebatch.testkit.scenario.Scenario.InSequence;
import io.github.devicebatch.testkit.scenario.Scenario.OverTime;
import io.github.devicebatch.testkit.upload.UploadDurations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parser of scenarios. */
public final class ScenarioReader {

    private ScenarioReader() {}

    /**
     * Reads a scenario.
     *
     * @throws JsonException if the text is not JSON, or is not a scenario
     */
    public static Scenario read(String text) {
        ObjectReader root = ObjectReader.of(JsonReader.parse(text), "a scenario", Scenario.MEMBERS);
        root.find("$schema").ifPresent(ValueReader::text);
        return new Scenario(
                root.find("magicBatches").map(ValueReader::bool),
                root.find("uploads").map(ScenarioReader::uploads),
                root.find("faults").map(ScenarioReader::faults),
                root.find("batches").map(ScenarioReader::batches).orElse(Map.of()));
    }

    private static UploadDurations uploads(JsonNode node) {
        ObjectReader uploads = ObjectReader.of(node, "uploads", List.of("queued", "processing"));
        Duration queued = ValueReader.duration(uploads.require("queued"));
        Duration processing = ValueReader.duration(uploads.require("processing"));
        return ValueReader.checked(node, () -> new UploadDurations(queued, processing));
    }

    private static FaultRate faults(JsonNode node) {
        ObjectReader faults = ObjectReader.of(node, "faults", List.of("share", "seed", "replies"));
        double share = ValueReader.fraction(faults.require("share"));
        long seed = faults.find("seed").map(ValueReader::integer).orElse(0L);
        List<Reply> replies = nonEmptyList(faults.require("replies"), "replies").stream()
                .map(reply -> ReplyReader.read(reply, Optional.empty()))
                .toList();
        return ValueReader.checked(faults.require("share"), () -> new FaultRate(share, seed, replies));
    }

    private static Map<BatchReference, BatchReplies> batches(JsonNode node) {
        Map<BatchReference, BatchReplies> batches = new LinkedHashMap<>();
        for (JsonNode element : node.elements("a list of batches")) {
            ObjectReader batch =
                    ObjectReader.of(element, "a batch", List.of("customer", "tracking", "replies", "timeline"));
            BatchReference reference = new BatchReference(
                    ValueReader.parsed(batch.require("customer"), CustomerId::parse),
                    ValueReader.parsed(batch.require("tracking"), BatchTrackingId::parse));
            if (batches.put(reference, batchReplies(batch, reference.tracking())) != null) {
                throw new JsonException(element.position(), "the batch is here twice; remove one: " + reference);
            }
        }
        return batches;
    }

    private static BatchReplies batchReplies(ObjectReader batch, BatchTrackingId tracking) {
        Optional<JsonNode> replies = batch.find("replies");
        Optional<JsonNode> timeline = batch.find("timeline");
        if (replies.isPresent() == timeline.isPresent()) {
            throw new JsonException(
                    batch.position(), "a batch has either \"replies\" or \"timeline\"; give one of them");
        }
        return replies.<BatchReplies>map(node -> inSequence(node, tracking))
                .orElseGet(() -> overTime(timeline.get(), tracking));
    }

    private static InSequence inSequence(JsonNode node, BatchTrackingId tracking) {
        return new InSequence(nonEmptyList(node, "replies").stream()
                .map(reply -> ReplyReader.read(reply, Optional.of(tracking)))
                .toList());
    }

    private static OverTime overTime(JsonNode node, BatchTrackingId tracking) {
        Map<Duration, Reply> replies = new LinkedHashMap<>();
        for (JsonNode element : nonEmptyList(node, "replies, each with its \"after\"")) {
            JsonNode after = ReplyReader.timed(element).require(ReplyReader.AFTER);
            Duration since = ValueReader.duration(after);
            if (since.isNegative()
                    || replies.put(since, ReplyReader.readTimed(element, Optional.of(tracking))) != null) {
                throw after.unexpected("a time that is not negative and that no other reply has");
            }
        }
        return new OverTime(replies);
    }

    private static List<JsonNode> nonEmptyList(JsonNode node, String content) {
        List<JsonNode> elements = node.elements("a list of " + content);
        if (elements.isEmpty()) {
            throw new JsonException(node.position(), "the list is empty; give a list of " + content);
        }
        return elements;
    }
}
