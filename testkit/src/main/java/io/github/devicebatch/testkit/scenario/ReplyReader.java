package io.github.devicebatch.testkit.scenario;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.json.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Parser of a reply of a scenario: one member gives its type, other members modify it. */
final class ReplyReader {

    /** The member of a timeline's reply that gives its time. */
    static final String AFTER = "after";

    private ReplyReader() {}

    /**
     * Reads a reply.
     *
     * @param batch the batch that it is about, empty if it is about any batch
     * @throws JsonException if {@code node} is not a reply
     */
    static Reply read(JsonNode node, Optional<BatchTrackingId> batch) {
        return read(ObjectReader.of(node, "a reply", members()), batch);
    }

    /** Reads a reply of a timeline, with its time. */
    static Reply readTimed(JsonNode node, Optional<BatchTrackingId> batch) {
        return read(timed(node), batch);
    }

    static ObjectReader timed(JsonNode node) {
        return ObjectReader.of(
                node,
                "a reply",
                Stream.concat(Stream.of(AFTER), members().stream()).toList());
    }

    /** Returns the names of all members that a reply can have. */
    static List<String> members() {
        return Stream.concat(ReplyTypes.ALL.keySet().stream(), ReplyModifiers.ALL.keySet().stream())
                .toList();
    }

    private static Reply read(ObjectReader object, Optional<BatchTrackingId> batch) {
        Reply reply = unmodified(object, batch);
        for (Map.Entry<String, ReplyModifiers.ReplyModifier> modifier : ReplyModifiers.ALL.entrySet()) {
            Optional<JsonNode> member = object.find(modifier.getKey());
            if (member.isPresent()) {
                Reply before = reply;
                reply = ValueReader.checked(
                        member.get(), () -> modifier.getValue().modify(before, member.get()));
            }
        }
        return reply;
    }

    private static Reply unmodified(ObjectReader object, Optional<BatchTrackingId> batch) {
        List<String> types = ReplyTypes.ALL.keySet().stream()
                .filter(name -> object.find(name).isPresent())
                .toList();
        if (types.size() != 1) {
            throw new JsonException(
                    object.position(),
                    types.isEmpty()
                            ? "a reply needs a type; give one of " + String.join(", ", ReplyTypes.ALL.keySet())
                            : "a reply has only one type; give one of " + String.join(", ", types));
        }
        JsonNode member = object.require(types.getFirst());
        return ValueReader.checked(
                member,
                () -> requireNonNull(ReplyTypes.ALL.get(types.getFirst())).read(member, batch));
    }
}
