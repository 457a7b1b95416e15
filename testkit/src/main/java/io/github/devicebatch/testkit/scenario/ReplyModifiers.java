package io.github.devicebatch.testkit.scenario;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.WholeReply;
import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.json.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** All by which a scenario can change a reply, in the order in which it is done. */
final class ReplyModifiers {

    private static final Map<String, ReplyChange> ALL = new LinkedHashMap<>();

    static {
        ALL.put("headers", ReplyChange.http(node -> node.members("an object of headers"), ReplyModifiers::withHeaders));
        ALL.put("retryAfter", ReplyChange.http(ValueReader::duration, HttpReply::retryAfter));
        ALL.put("gzipped", ReplyChange.flag(HttpReply::gzipped));
        ALL.put("gzippedWithPadding", ReplyChange.http(ValueReader::size, HttpReply::gzippedWithPadding));
        ALL.put("chunked", ReplyChange.http(ValueReader::count, HttpReply::chunked));
        ALL.put("chunkedAs", ReplyChange.http(ValueReader::text, HttpReply::chunkedAs));
        ALL.put("paddedTo", ReplyChange.http(ValueReader::size, HttpReply::paddedTo));
        ALL.put("paddedForEver", ReplyChange.flag(HttpReply::paddedForEver));
        ALL.put("truncatedBeforeLastChunk", ReplyModifiers::withoutLastChunk);
        ALL.put("stallingAfter", ReplyChange.whole(ValueReader::count, WholeReply::stallingAfter));
        ALL.put("truncatedAfter", ReplyChange.whole(ValueReader::count, WholeReply::truncatedAfter));
        ALL.put("resetAfter", ReplyChange.whole(ValueReader::count, WholeReply::resetAfter));
        ALL.put("stallingAtByte", ReplyChange.whole(ValueReader::count, WholeReply::stallingAtByte));
        ALL.put("truncatedAtByte", ReplyChange.whole(ValueReader::count, WholeReply::truncatedAtByte));
        ALL.put("resetAtByte", ReplyChange.whole(ValueReader::count, WholeReply::resetAtByte));
        ALL.put("splitAtByte", ReplyChange.whole(ValueReader::count, WholeReply::splitAtByte));
        ALL.put("dripping", ReplyChange.drip(WholeReply::dripping));
        ALL.put("drippingBody", ReplyChange.drip(WholeReply::drippingBody));
    }

    private ReplyModifiers() {}

    static Map<String, ReplyChange> all() {
        return ALL;
    }

    private static Reply withoutLastChunk(Reply reply, JsonNode node) {
        if (reply instanceof HttpReply http && !http.has("Transfer-Encoding", "chunked")) {
            throw new JsonException(node.position(), "there are no chunks; give \"chunked\" too");
        }
        return ReplyChange.flag(HttpReply::truncatedBeforeLastChunk).change(reply, node);
    }

    private static Reply withHeaders(HttpReply reply, Map<String, JsonNode> headers) {
        HttpReply changed = reply;
        for (Map.Entry<String, JsonNode> header : headers.entrySet()) {
            for (JsonNode value : values(header.getValue())) {
                HttpReply before = changed;
                changed = ValueReader.parsed(value, text -> before.withHeader(header.getKey(), text));
            }
        }
        return changed;
    }

    private static List<JsonNode> values(JsonNode header) {
        return header instanceof JsonNode.Elements several ? several.values() : List.of(header);
    }

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
        static <T> ReplyChange whole(Function<JsonNode, T> reading, BiFunction<WholeReply, T, Reply> changing) {
            return (reply, node) -> {
                if (reply instanceof WholeReply whole) {
                    return changing.apply(whole, reading.apply(node));
                }
                throw misplaced(node);
            };
        }

        /** Changes a whole HTTP response if the member says true. */
        static ReplyChange flag(Function<HttpReply, Reply> changing) {
            return http(ValueReader::truth, (reply, isSet) -> isSet ? changing.apply(reply) : reply);
        }

        /** Lets a whole response drip, as often as the member's bytes and pause say. */
        static ReplyChange drip(Dripping dripping) {
            return whole(
                    node -> ObjectReader.of(node, "dripping", List.of("bytes", "pause")),
                    (reply, object) -> dripping.of(
                            reply, ValueReader.count(object.get("bytes")), ValueReader.duration(object.get("pause"))));
        }

        private static JsonException misplaced(JsonNode node) {
            return new JsonException(node.position(), "this does not go with what is replied here; leave it out");
        }

        /** One of the ways in which a response drips. */
        @FunctionalInterface
        interface Dripping {
            Reply of(WholeReply whole, int bytes, Duration pause);
        }
    }
}
