package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads scenarios; whatever is wrong with one fails with a {@link JsonException}. */
final class ScenarioReader {

    private ScenarioReader() {}

    static Scenario read(String text) {
        ScenarioObject root = ScenarioObject.of(JsonParser.parse(text), "a scenario", Scenario.MEMBERS);
        root.find("$schema").ifPresent(ScenarioValue::text);
        return new Scenario(
                root.find("magicBatches").map(ScenarioValue::truth),
                root.find("uploads").map(ScenarioReader::pace),
                root.find("faults").map(ScenarioReader::faults),
                root.find("batches").map(ScenarioReader::batches).orElse(Map.of()));
    }

    private static UploadPace pace(JsonNode node) {
        ScenarioObject uploads = ScenarioObject.of(node, "uploads", List.of("queued", "processing"));
        Duration queued = ScenarioValue.duration(uploads.get("queued"));
        Duration processing = ScenarioValue.duration(uploads.get("processing"));
        return ScenarioValue.checked(node, () -> new UploadPace(queued, processing));
    }

    private static FaultShare faults(JsonNode node) {
        ScenarioObject faults = ScenarioObject.of(node, "faults", List.of("share", "seed", "replies"));
        double share = ScenarioValue.fraction(faults.get("share"));
        long seed = faults.find("seed").map(ScenarioValue::whole).orElse(0L);
        List<Reply> replies = elements(faults.get("replies"), "replies").stream()
                .map(reply -> ScenarioReply.read(reply, Optional.empty()))
                .toList();
        return ScenarioValue.checked(faults.get("share"), () -> new FaultShare(share, seed, replies));
    }

    private static Map<BatchReference, Function<InstantSource, BatchCourse>> batches(JsonNode node) {
        Map<BatchReference, Function<InstantSource, BatchCourse>> batches = new LinkedHashMap<>();
        for (JsonNode element : node.elements("a list of batches")) {
            ScenarioObject batch =
                    ScenarioObject.of(element, "a batch", List.of("customer", "tracking", "replies", "timeline"));
            BatchReference reference = new BatchReference(
                    ScenarioValue.parsed(batch.get("customer"), CustomerId::parse),
                    ScenarioValue.parsed(batch.get("tracking"), BatchTrackingId::parse));
            if (batches.put(reference, course(batch, reference.tracking())) != null) {
                throw new JsonException(element.position(), "the batch is here twice; leave one out: " + reference);
            }
        }
        return batches;
    }

    private static Function<InstantSource, BatchCourse> course(ScenarioObject batch, BatchTrackingId tracking) {
        Optional<JsonNode> replies = batch.find("replies");
        Optional<JsonNode> timeline = batch.find("timeline");
        if (replies.isPresent() == timeline.isPresent()) {
            throw new JsonException(
                    batch.position(), "a batch has either \"replies\" or \"timeline\"; give one of them");
        }
        return replies.map(node -> inTurn(node, tracking)).orElseGet(() -> byTime(timeline.get(), tracking));
    }

    private static Function<InstantSource, BatchCourse> inTurn(JsonNode node, BatchTrackingId tracking) {
        List<Reply> replies = elements(node, "replies").stream()
                .map(reply -> ScenarioReply.read(reply, Optional.of(tracking)))
                .toList();
        return time -> {
            BatchScript script = new BatchScript(tracking);
            replies.forEach(script::then);
            return script;
        };
    }

    private static Function<InstantSource, BatchCourse> byTime(JsonNode node, BatchTrackingId tracking) {
        Map<Duration, Reply> replies = new LinkedHashMap<>();
        for (JsonNode element : elements(node, "replies, each with its \"after\"")) {
            JsonNode after = ScenarioReply.timed(element).get(ScenarioReply.AFTER);
            Duration since = ScenarioValue.duration(after);
            if (since.isNegative()
                    || replies.put(since, ScenarioReply.readTimed(element, Optional.of(tracking))) != null) {
                throw after.insteadOf("a time that is not negative, and another one for each reply");
            }
        }
        return time -> {
            BatchTimeline timeline = new BatchTimeline(time);
            replies.forEach(timeline::from);
            return timeline;
        };
    }

    private static List<JsonNode> elements(JsonNode node, String what) {
        List<JsonNode> elements = node.elements("a list of " + what);
        if (elements.isEmpty()) {
            throw new JsonException(node.position(), "the list is empty; give a list of " + what);
        }
        return elements;
    }
}
