package io.github.devicebatch.testkit;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Changes a reply as a member of a scenario's reply says. */
@FunctionalInterface
interface ReplyChange {

    Reply change(Reply reply, JsonNode node);

    /** Changes a whole HTTP response by a value that {@code reading} reads. */
    static <T> ReplyChange http(Function<JsonNode, T> reading, BiFunction<HttpReply, T, Reply> changing) {
        return (reply, node) -> {
            if (reply instanceof HttpReply http) {
                return changing.apply(http, reading.apply(node));
            }
            throw misplaced(node);
        };
    }

    /** Changes any response that is still whole. */
    static <T> ReplyChange whole(Function<JsonNode, T> reading, BiFunction<Response, T, Reply> changing) {
        return (reply, node) -> {
            if (reply instanceof Response whole) {
                return changing.apply(whole, reading.apply(node));
            }
            throw misplaced(node);
        };
    }

    /** Changes a whole HTTP response if the member says true. */
    static ReplyChange flag(Function<HttpReply, Reply> changing) {
        return http(ScenarioValue::truth, (reply, isSet) -> isSet ? changing.apply(reply) : reply);
    }

    /** Lets a whole response drip, as often as the member's bytes and pause say. */
    static ReplyChange drip(Dripping dripping) {
        return whole(
                node -> ScenarioObject.of(node, "dripping", List.of("bytes", "pause")),
                (reply, object) -> dripping.of(
                        reply, ScenarioValue.count(object.get("bytes")), ScenarioValue.duration(object.get("pause"))));
    }

    private static JsonException misplaced(JsonNode node) {
        return new JsonException(node.position(), "this does not go with what is replied here; leave it out");
    }

    /** One of the ways in which a response drips. */
    @FunctionalInterface
    interface Dripping {
        Reply of(Response whole, int bytes, Duration pause);
    }
}
