package io.github.devicebatch.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All by which a scenario can change a reply, in the order in which it is done. */
final class ReplyChanges {

    private static final Map<String, ReplyChange> ALL = new LinkedHashMap<>();

    static {
        ALL.put("headers", ReplyChange.http(node -> node.members("an object of headers"), ReplyChanges::withHeaders));
        ALL.put("retryAfter", ReplyChange.http(ScenarioValue::duration, HttpReply::retryAfter));
        ALL.put("gzipped", ReplyChange.flag(HttpReply::gzipped));
        ALL.put("gzippedWithPadding", ReplyChange.http(ScenarioValue::size, HttpReply::gzippedWithPadding));
        ALL.put("chunked", ReplyChange.http(ScenarioValue::count, HttpReply::chunked));
        ALL.put("chunkedAs", ReplyChange.http(ScenarioValue::text, HttpReply::chunkedAs));
        ALL.put("paddedTo", ReplyChange.http(ScenarioValue::size, HttpReply::paddedTo));
        ALL.put("paddedForEver", ReplyChange.flag(HttpReply::paddedForEver));
        ALL.put("truncatedBeforeLastChunk", ReplyChanges::withoutLastChunk);
        ALL.put("stallingAfter", ReplyChange.whole(ScenarioValue::count, Response::stallingAfter));
        ALL.put("truncatedAfter", ReplyChange.whole(ScenarioValue::count, Response::truncatedAfter));
        ALL.put("resetAfter", ReplyChange.whole(ScenarioValue::count, Response::resetAfter));
        ALL.put("stallingAtByte", ReplyChange.whole(ScenarioValue::count, Response::stallingAtByte));
        ALL.put("truncatedAtByte", ReplyChange.whole(ScenarioValue::count, Response::truncatedAtByte));
        ALL.put("resetAtByte", ReplyChange.whole(ScenarioValue::count, Response::resetAtByte));
        ALL.put("splitAtByte", ReplyChange.whole(ScenarioValue::count, Response::splitAtByte));
        ALL.put("dripping", ReplyChange.drip(Response::dripping));
        ALL.put("drippingBody", ReplyChange.drip(Response::drippingBody));
    }

    private ReplyChanges() {}

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
                changed = ScenarioValue.parsed(value, text -> before.withHeader(header.getKey(), text));
            }
        }
        return changed;
    }

    private static List<JsonNode> values(JsonNode header) {
        return header instanceof JsonNode.Elements several ? several.values() : List.of(header);
    }
}
