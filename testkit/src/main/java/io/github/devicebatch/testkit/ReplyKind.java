package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.BatchTrackingId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes a reply of the member of a scenario's reply that says what is replied; the others only change it. */
@FunctionalInterface
interface ReplyKind {

    /** Reads {@code node}; {@code own} is the batch that is replied about, if it is one only. */
    Reply read(JsonNode node, Optional<BatchTrackingId> own);

    /** Makes a reply that is about one batch. */
    static ReplyKind ofBatch(Function<BatchTrackingId, Reply> making) {
        return (node, own) -> making.apply(own.orElseThrow(() ->
                new JsonException(node.position(), "no batch is meant here; give \"batch\" with its batchTrackingId")));
    }

    /** Makes a reply of one value. */
    static ReplyKind of(Function<JsonNode, Reply> making) {
        return (node, own) -> making.apply(node);
    }

    /** Makes a reply of an object that has exactly the members {@code names}. */
    static ReplyKind ofObject(String what, List<String> names, Function<ScenarioObject, Reply> making) {
        return (node, own) -> making.apply(ScenarioObject.of(node, what, names));
    }
}
