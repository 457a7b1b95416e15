package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.BatchTrackingId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All that a scenario can have the fake reply, by the name of the member that says so. */
final class ReplyKinds {

    private static final Map<String, ReplyKind> EXAMPLES = new LinkedHashMap<>();
    private static final Map<String, ReplyKind> CONNECTIONS = new LinkedHashMap<>();
    private static final Map<String, ReplyKind> ALL = new LinkedHashMap<>();

    static {
        EXAMPLES.put("queued", ReplyKind.ofBatch(MagicReplies::queued));
        EXAMPLES.put("processing", ReplyKind.ofBatch(MagicReplies::processing));
        EXAMPLES.put("finished", ReplyKind.ofBatch(MagicReplies::finished));
        EXAMPLES.put("someFailed", ReplyKind.ofBatch(MagicReplies::someFailed));
        EXAMPLES.put("allFailed", ReplyKind.ofBatch(MagicReplies::allFailed));
        EXAMPLES.put("withoutDevices", ReplyKind.ofBatch(MagicReplies::withoutRows));
        EXAMPLES.put("documented", ReplyKind.of(any -> Reply.documentedExample()));
        CONNECTIONS.put("reset", ReplyKind.of(any -> Reply.reset()));
        CONNECTIONS.put("close", ReplyKind.of(any -> Reply.close()));
        CONNECTIONS.put("silence", ReplyKind.of(any -> Reply.silence()));
        ALL.put("batch", (node, own) -> Reply.describing(ScenarioStatus.read(node, own)));
        ALL.put("example", (node, own) -> choice(node, own, EXAMPLES));
        ALL.put("throttled", ReplyKind.of(node -> Reply.throttled(ScenarioValue.duration(node))));
        ALL.put("status", ReplyKind.of(node -> Reply.status(ScenarioValue.http(node))));
        ALL.put("empty", ReplyKind.of(node -> Reply.empty(ScenarioValue.http(node))));
        putFaults();
        putBodies();
        ALL.put("connection", (node, own) -> choice(node, own, CONNECTIONS));
    }

    private ReplyKinds() {}

    static Map<String, ReplyKind> all() {
        return ALL;
    }

    private static void putFaults() {
        ALL.put("fault", object("http code description", it -> Reply.fault(http(it), text(it, "code"), said(it))));
        ALL.put(
                "numberedFault",
                object(
                        "http code description",
                        it -> Reply.numberedFault(http(it), ScenarioValue.whole(it.get("code")), said(it))));
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
        ALL.put("raw", ReplyKind.of(node -> Reply.raw(ScenarioValue.text(node))));
        ALL.put("rawBase64", ReplyKind.of(node -> Reply.raw(base64(node))));
    }

    private static ReplyKind object(String names, Function<ScenarioObject, Reply> making) {
        return ReplyKind.ofObject("the reply", List.of(names.split(" ")), making);
    }

    private static Reply choice(JsonNode node, Optional<BatchTrackingId> own, Map<String, ReplyKind> kinds) {
        String expected = "one of " + ScenarioObject.list(kinds.keySet());
        return Optional.ofNullable(kinds.get(node.text(expected)))
                .orElseThrow(() -> node.insteadOf(expected))
                .read(node, own);
    }

    private static int http(ScenarioObject object) {
        return ScenarioValue.http(object.get("http"));
    }

    private static String said(ScenarioObject object) {
        return text(object, "description");
    }

    private static String text(ScenarioObject object, String name) {
        return ScenarioValue.text(object.get(name));
    }

    private static byte[] base64(JsonNode node) {
        try {
            return Base64.getDecoder().decode(ScenarioValue.text(node));
        } catch (IllegalArgumentException notBase64) {
            throw node.insteadOf("bytes in Base64, such as \"e30=\"");
        }
    }
}
