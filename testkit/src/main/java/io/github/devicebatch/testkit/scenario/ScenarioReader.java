package io.github.devicebatch.testkit.scenario;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.json.JsonNode;
import io.github.devicebatch.testkit.json.JsonReader;
import io.github.devicebatch.testkit.server.BatchScript;
import io.github.devicebatch.testkit.server.BatchTimeline;
import io.github.devicebatch.testkit.server.FaultInjector;
import io.github.devicebatch.testkit.server.ReplySource;
import io.github.devicebatch.testkit.upload.UploadDurations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads scenarios; whatever is wrong with one fails with a {@link JsonException}. */
public final class ScenarioReader {

    private ScenarioReader() {}

    public static Scenario read(String text) {
        ObjectReader root = ObjectReader.of(JsonReader.parse(text), "a scenario", Scenario.MEMBERS);
        root.find("$schema").ifPresent(ValueReader::text);
        return new Scenario(
                root.find("magicBatches").map(ValueReader::truth),
                root.find("uploads").map(ScenarioReader::pace),
                root.find("faults").map(ScenarioReader::faults),
                root.find("batches").map(ScenarioReader::batches).orElse(Map.of()));
    }

    private static UploadDurations pace(JsonNode node) {
        ObjectReader uploads = ObjectReader.of(node, "uploads", List.of("queued", "processing"));
        Duration queued = ValueReader.duration(uploads.get("queued"));
        Duration processing = ValueReader.duration(uploads.get("processing"));
        return ValueReader.checked(node, () -> new UploadDurations(queued, processing));
    }

    private static FaultInjector faults(JsonNode node) {
        ObjectReader faults = ObjectReader.of(node, "faults", List.of("share", "seed", "replies"));
        double share = ValueReader.fraction(faults.get("share"));
        long seed = faults.find("seed").map(ValueReader::whole).orElse(0L);
        List<Reply> replies = elements(faults.get("replies"), "replies").stream()
                .map(reply -> ReplyReader.read(reply, Optional.empty()))
                .toList();
        return ValueReader.checked(faults.get("share"), () -> new FaultInjector(share, seed, replies));
    }

    private static Map<BatchReference, Function<InstantSource, ReplySource>> batches(JsonNode node) {
        Map<BatchReference, Function<InstantSource, ReplySource>> batches = new LinkedHashMap<>();
        for (JsonNode element : node.elements("a list of batches")) {
            ObjectReader batch =
                    ObjectReader.of(element, "a batch", List.of("customer", "tracking", "replies", "timeline"));
            BatchReference reference = new BatchReference(
                    ValueReader.parsed(batch.get("customer"), CustomerId::parse),
                    ValueReader.parsed(batch.get("tracking"), BatchTrackingId::parse));
            if (batches.put(reference, course(batch, reference.tracking())) != null) {
                throw new JsonException(element.position(), "the batch is here twice; leave one out: " + reference);
            }
        }
        return batches;
    }

    private static Function<InstantSource, ReplySource> course(ObjectReader batch, BatchTrackingId tracking) {
        Optional<JsonNode> replies = batch.find("replies");
        Optional<JsonNode> timeline = batch.find("timeline");
        if (replies.isPresent() == timeline.isPresent()) {
            throw new JsonException(
                    batch.position(), "a batch has either \"replies\" or \"timeline\"; give one of them");
        }
        return replies.map(node -> inTurn(node, tracking)).orElseGet(() -> byTime(timeline.get(), tracking));
    }

    private static Function<InstantSource, ReplySource> inTurn(JsonNode node, BatchTrackingId tracking) {
        List<Reply> replies = elements(node, "replies").stream()
                .map(reply -> ReplyReader.read(reply, Optional.of(tracking)))
                .toList();
        return time -> {
            BatchScript script = new BatchScript(tracking);
            replies.forEach(script::then);
            return script;
        };
    }

    private static Function<InstantSource, ReplySource> byTime(JsonNode node, BatchTrackingId tracking) {
        Map<Duration, Reply> replies = new LinkedHashMap<>();
        for (JsonNode element : elements(node, "replies, each with its \"after\"")) {
            JsonNode after = ReplyReader.timed(element).get(ReplyReader.AFTER);
            Duration since = ValueReader.duration(after);
            if (since.isNegative()
                    || replies.put(since, ReplyReader.readTimed(element, Optional.of(tracking))) != null) {
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
