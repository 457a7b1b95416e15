package io.github.devicebatch.testkit.scenario;

import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.json.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a reply of a scenario: one member that says what is replied, and any that change it. */
public final class ReplyReader {

    /** Says when, in a timeline. */
    static final String AFTER = "after";

    private ReplyReader() {}

    /** Reads a reply; {@code own} is the batch that it is about, if it is one only. */
    public static Reply read(JsonNode node, Optional<BatchTrackingId> own) {
        return read(ObjectReader.of(node, "a reply", members()), own);
    }

    /** Reads a reply that says when it is given. */
    static Reply readTimed(JsonNode node, Optional<BatchTrackingId> own) {
        return read(timed(node), own);
    }

    static ObjectReader timed(JsonNode node) {
        List<String> members = new ArrayList<>(List.of(AFTER));
        members.addAll(members());
        return ObjectReader.of(node, "a reply", members);
    }

    public static List<String> members() {
        return Stream.concat(ReplyTypes.all().keySet().stream(), ReplyModifiers.all().keySet().stream())
                .toList();
    }

    private static Reply read(ObjectReader object, Optional<BatchTrackingId> own) {
        Reply reply = kind(object, own);
        for (Map.Entry<String, ReplyModifiers.ReplyChange> change :
                ReplyModifiers.all().entrySet()) {
            Optional<JsonNode> member = object.find(change.getKey());
            if (member.isPresent()) {
                Reply before = reply;
                reply = ValueReader.checked(
                        member.get(), () -> change.getValue().change(before, member.get()));
            }
        }
        return reply;
    }

    private static Reply kind(ObjectReader object, Optional<BatchTrackingId> own) {
        List<String> kinds = ReplyTypes.all().keySet().stream()
                .filter(name -> object.find(name).isPresent())
                .toList();
        if (kinds.size() != 1) {
            throw new JsonException(
                    object.position(),
                    kinds.isEmpty()
                            ? "a reply needs to say what is replied; give one of "
                                    + ObjectReader.list(ReplyTypes.all().keySet())
                            : "a reply says one thing; give one of " + ObjectReader.list(kinds));
        }
        JsonNode member = object.get(kinds.getFirst());
        return ValueReader.checked(
                member, () -> ReplyTypes.all().get(kinds.getFirst()).read(member, own));
    }
}
