package io.github.devicebatch.testkit.scenario;

import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.json.JsonNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An object of a scenario, of whose members none is unknown. */
record ObjectReader(JsonNode.JsonPosition position, String what, Map<String, JsonNode> members) {

    /** Reads {@code node} as {@code what} ("a batch"), which has no members but those {@code known}. */
    static ObjectReader of(JsonNode node, String what, Collection<String> known) {
        Map<String, JsonNode> members = node.members(what + ", an object");
        members.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw new JsonException(
                        value.position(),
                        "%s has no member \"%s\"; it may have %s"
                                .formatted(what, Excerpt.of(name, JsonNode.SHOWN), list(known)));
            }
        });
        return new ObjectReader(node.position(), what, members);
    }

    Optional<JsonNode> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    JsonNode get(String name) {
        return find(name).orElseThrow(() -> lack(name));
    }

    JsonException lack(String name) {
        return new JsonException(position, what + " needs the member \"" + name + "\"; give it");
    }

    static String list(Collection<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }
}
