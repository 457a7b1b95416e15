package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.BatchTrackingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a reply of a scenario: one member that says what is replied, and any that change it. */
final class ScenarioReply {

    /** Says when, in a timeline. */
    static final String AFTER = "after";

    private ScenarioReply() {}

    /** Reads a reply; {@code own} is the batch that it is about, if it is one only. */
    static Reply read(JsonNode node, Optional<BatchTrackingId> own) {
        return read(ScenarioObject.of(node, "a reply", members()), own);
    }

    /** Reads a reply that says when it is given. */
    static Reply readTimed(JsonNode node, Optional<BatchTrackingId> own) {
        return read(timed(node), own);
    }

    static ScenarioObject timed(JsonNode node) {
        List<String> members = new ArrayList<>(List.of(AFTER));
        members.addAll(members());
        return ScenarioObject.of(node, "a reply", members);
    }

    static List<String> members() {
        return Stream.concat(ReplyKinds.all().keySet().stream(), ReplyChanges.all().keySet().stream())
                .toList();
    }

    private static Reply read(ScenarioObject object, Optional<BatchTrackingId> own) {
        Reply reply = kind(object, own);
        for (Map.Entry<String, ReplyChange> change : ReplyChanges.all().entrySet()) {
            Optional<JsonNode> member = object.find(change.getKey());
            if (member.isPresent()) {
                Reply before = reply;
                reply = ScenarioValue.checked(
                        member.get(), () -> change.getValue().change(before, member.get()));
            }
        }
        return reply;
    }

    private static Reply kind(ScenarioObject object, Optional<BatchTrackingId> own) {
        List<String> kinds = ReplyKinds.all().keySet().stream()
                .filter(name -> object.find(name).isPresent())
                .toList();
        if (kinds.size() != 1) {
            throw new JsonException(
                    object.position(),
                    kinds.isEmpty()
                            ? "a reply needs to say what is replied; give one of "
                                    + ScenarioObject.list(ReplyKinds.all().keySet())
                            : "a reply says one thing; give one of " + ScenarioObject.list(kinds));
        }
        JsonNode member = object.get(kinds.getFirst());
        return ScenarioValue.checked(
                member, () -> ReplyKinds.all().get(kinds.getFirst()).read(member, own));
    }
}
