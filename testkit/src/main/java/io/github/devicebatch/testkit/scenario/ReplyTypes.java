package io.github.devicebatch.testkit.scenario;

import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.json.JsonNode;
import io.github.devicebatch.testkit.server.MagicBatch;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All that a scenario can have the fake reply, by the name of the member that says so. */
final class ReplyTypes {

    private static final Map<String, ReplyKind> EXAMPLES = new LinkedHashMap<>();
    private static final Map<String, ReplyKind> CONNECTIONS = new LinkedHashMap<>();
    private static final Map<String, ReplyKind> ALL = new LinkedHashMap<>();

    static {
        EXAMPLES.put("queued", ReplyKind.ofBatch(MagicBatch.MagicReplies::queued));
        EXAMPLES.put("processing", ReplyKind.ofBatch(MagicBatch.MagicReplies::processing));
        EXAMPLES.put("finished", ReplyKind.ofBatch(MagicBatch.MagicReplies::finished));
        EXAMPLES.put("someFailed", ReplyKind.ofBatch(MagicBatch.MagicReplies::someFailed));
        EXAMPLES.put("allFailed", ReplyKind.ofBatch(MagicBatch.MagicReplies::allFailed));
        EXAMPLES.put("withoutDevices", ReplyKind.ofBatch(MagicBatch.MagicReplies::withoutRows));
        EXAMPLES.put("documented", ReplyKind.of(any -> Reply.documentedExample()));
        CONNECTIONS.put("reset", ReplyKind.of(any -> Reply.reset()));
        CONNECTIONS.put("close", ReplyKind.of(any -> Reply.close()));
        CONNECTIONS.put("silence", ReplyKind.of(any -> Reply.silence()));
        ALL.put("batch", (node, own) -> Reply.describing(StatusReader.read(node, own)));
        ALL.put("example", (node, own) -> choice(node, own, EXAMPLES));
        ALL.put("throttled", ReplyKind.of(node -> Reply.throttled(ValueReader.duration(node))));
        ALL.put("status", ReplyKind.of(node -> Reply.status(ValueReader.http(node))));
        ALL.put("empty", ReplyKind.of(node -> Reply.empty(ValueReader.http(node))));
        putFaults();
        putBodies();
        ALL.put("connection", (node, own) -> choice(node, own, CONNECTIONS));
    }

    private ReplyTypes() {}

    static Map<String, ReplyKind> all() {
        return ALL;
    }

    private static void putFaults() {
        ALL.put("fault", object("http code description", it -> Reply.fault(http(it), text(it, "code"), said(it))));
        ALL.put(
                "numberedFault",
                object(
                        "http code description",
                        it -> Reply.numberedFault(http(it), ValueReader.whole(it.get("code")), said(it))));
        ALL.put("gatewayFault", object("http message", it -> Reply.gatewayFault(http(it), text(it, "message"))));
        ALL.put(
                "neighbourFault",
                object(
                        "http code message",
                        it -> Reply.neighbourFault(http(it), text(it, "code"), text(it, "message"))));
        ALL.put(
                "tokenFault",
                object("http error description", it -> Reply.tokenFault(http(it), text(it, "error"), said(it))));
    }

    private static void putBodies() {
        ALL.put("json", object("http body", it -> Reply.json(http(it), text(it, "body"))));
        ALL.put("html", object("http body", it -> Reply.html(http(it), text(it, "body"))));
        ALL.put(
                "bytes",
                object(
                        "http contentType base64",
                        it -> Reply.bytes(http(it), text(it, "contentType"), base64(it.get("base64")))));
        ALL.put("raw", ReplyKind.of(node -> Reply.raw(ValueReader.text(node))));
        ALL.put("rawBase64", ReplyKind.of(node -> Reply.raw(base64(node))));
    }

    private static ReplyKind object(String names, Function<ObjectReader, Reply> making) {
        return ReplyKind.ofObject("the reply", List.of(names.split(" ")), making);
    }

    private static Reply choice(JsonNode node, Optional<BatchTrackingId> own, Map<String, ReplyKind> kinds) {
        String expected = "one of " + ObjectReader.list(kinds.keySet());
        return Optional.ofNullable(kinds.get(node.text(expected)))
                .orElseThrow(() -> node.insteadOf(expected))
                .read(node, own);
    }

    private static int http(ObjectReader object) {
        return ValueReader.http(object.get("http"));
    }

    private static String said(ObjectReader object) {
        return text(object, "description");
    }

    private static String text(ObjectReader object, String name) {
        return ValueReader.text(object.get(name));
    }

    private static byte[] base64(JsonNode node) {
        try {
            return Base64.getDecoder().decode(ValueReader.text(node));
        } catch (IllegalArgumentException notBase64) {
            throw node.insteadOf("bytes in Base64, such as \"e30=\"");
        }
    }

    /** Makes a reply of the member of a scenario's reply that says what is replied; the others only change it. */
    @FunctionalInterface
    interface ReplyKind {

        /** Reads {@code node}; {@code own} is the batch that is replied about, if it is one only. */
        Reply read(JsonNode node, Optional<BatchTrackingId> own);

        /** Makes a reply that is about one batch. */
        static ReplyKind ofBatch(Function<BatchTrackingId, Reply> making) {
            return (node, own) -> making.apply(own.orElseThrow(() -> new JsonException(
                    node.position(), "no batch is meant here; give \"batch\" with its batchTrackingId")));
        }

        /** Makes a reply of one value. */
        static ReplyKind of(Function<JsonNode, Reply> making) {
            return (node, own) -> making.apply(node);
        }

        /** Makes a reply of an object that has exactly the members {@code names}. */
        static ReplyKind ofObject(String what, List<String> names, Function<ObjectReader, Reply> making) {
            return (node, own) -> making.apply(ObjectReader.of(node, what, names));
        }
    }
}
