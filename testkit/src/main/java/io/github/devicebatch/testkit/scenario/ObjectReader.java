package io.github.devicebatch.testkit.scenario;

import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.json.JsonNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An object of a scenario without unknown members.
 *
 * @param position its position
 * @param name its name in messages, such as "a batch"
 * @param members its members
 */
record ObjectReader(JsonNode.JsonPosition position, String name, Map<String, JsonNode> members) {

    /**
     * Reads an object.
     *
     * @throws JsonException if {@code node} is no object, or has a member that is not {@code known}
     */
    static ObjectReader of(JsonNode node, String name, Collection<String> known) {
        Map<String, JsonNode> members = node.members(name + ", an object");
        members.forEach((member, value) -> {
            if (!known.contains(member)) {
                throw new JsonException(
                        value.position(),
                        String.format(
                                Locale.ROOT,
                                "%s has no member \"%s\"; it may have %s",
                                name,
                                Excerpt.of(member, JsonNode.MAX_EXCERPT),
                                String.join(", ", known)));
            }
        });
        return new ObjectReader(node.position(), name, members);
    }

    Optional<JsonNode> find(String member) {
        return Optional.ofNullable(members.get(member));
    }

    /**
     * Returns a required member.
     *
     * @throws JsonException if it is missing
     */
    JsonNode require(String member) {
        return find(member).orElseThrow(() -> missing(member));
    }

    JsonException missing(String member) {
        return new JsonException(position, name + " needs the member \"" + member + "\"");
    }
}
