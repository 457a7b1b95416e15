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

/** The members of a scenario's reply that modify it. */
final class ReplyModifiers {

    /** The modifiers by member, in the order in which they are applied. */
    static final Map<String, ReplyModifier> ALL = new LinkedHashMap<>();

    static {
        ALL.put("headers", http(node -> node.members("an object of headers"), ReplyModifiers::withHeaders));
        ALL.put("retryAfter", http(ValueReader::duration, HttpReply::retryAfter));
        ALL.put("gzipped", ifTrue(HttpReply::gzipped));
        ALL.put("gzippedWithPadding", http(ValueReader::size, HttpReply::gzippedWithPadding));
        ALL.put("chunked", http(ValueReader::count, HttpReply::chunked));
        ALL.put("chunkedAs", http(ValueReader::text, HttpReply::chunkedAs));
        ALL.put("paddedTo", http(ValueReader::size, HttpReply::paddedTo));
        ALL.put("paddedForEver", ifTrue(HttpReply::paddedForEver));
        ALL.put("truncatedBeforeLastChunk", ReplyModifiers::withoutLastChunk);
        ALL.put("stallingAfter", whole(ValueReader::count, WholeReply::stallingAfter));
        ALL.put("truncatedAfter", whole(ValueReader::count, WholeReply::truncatedAfter));
        ALL.put("resetAfter", whole(ValueReader::count, WholeReply::resetAfter));
        ALL.put("stallingAtByte", whole(ValueReader::count, WholeReply::stallingAtByte));
        ALL.put("truncatedAtByte", whole(ValueReader::count, WholeReply::truncatedAtByte));
        ALL.put("resetAtByte", whole(ValueReader::count, WholeReply::resetAtByte));
        ALL.put("splitAtByte", whole(ValueReader::count, WholeReply::splitAtByte));
        ALL.put("dripping", whole(DripReader::of, (reply, drip) -> reply.dripping(drip.bytes(), drip.pause())));
        ALL.put("drippingBody", whole(DripReader::of, (reply, drip) -> reply.drippingBody(drip.bytes(), drip.pause())));
    }

    private ReplyModifiers() {}

    private static Reply withoutLastChunk(Reply reply, JsonNode node) {
        if (reply instanceof HttpReply http && !http.hasHeader("Transfer-Encoding", "chunked")) {
            throw new JsonException(node.position(), "the reply has no chunks; give \"chunked\" too");
        }
        return ifTrue(HttpReply::truncatedBeforeLastChunk).modify(reply, node);
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
        return header instanceof JsonNode.Array several ? several.values() : List.of(header);
    }

    private static <T> ReplyModifier http(Function<JsonNode, T> reader, BiFunction<HttpReply, T, Reply> modifier) {
        return (reply, node) -> {
            if (reply instanceof HttpReply http) {
                return modifier.apply(http, reader.apply(node));
            }
            throw notApplicable(node);
        };
    }

    private static <T> ReplyModifier whole(Function<JsonNode, T> reader, BiFunction<WholeReply, T, Reply> modifier) {
        return (reply, node) -> {
            if (reply instanceof WholeReply whole) {
                return modifier.apply(whole, reader.apply(node));
            }
            throw notApplicable(node);
        };
    }

    private static ReplyModifier ifTrue(Function<HttpReply, Reply> modifier) {
        return http(ValueReader::bool, (reply, isSet) -> isSet ? modifier.apply(reply) : reply);
    }

    private static JsonException notApplicable(JsonNode node) {
        return new JsonException(node.position(), "this member does not go with the others of the reply; remove it");
    }

    /** A modification of a reply. */
    @FunctionalInterface
    interface ReplyModifier {

        /**
         * Returns the modified reply.
         *
         * @param node the value of the member
         */
        Reply modify(Reply reply, JsonNode node);
    }

    /** The value of {@code dripping} and {@code drippingBody}. */
    private record DripReader(int bytes, Duration pause) {

        static DripReader of(JsonNode node) {
            ObjectReader object = ObjectReader.of(node, "dripping", List.of("bytes", "pause"));
            return new DripReader(
                    ValueReader.count(object.require("bytes")), ValueReader.duration(object.require("pause")));
        }
    }
}
