package io.github.devicebatch.testkit.scenario;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.json.JsonNode;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The members of a scenario's reply that give its type. */
final class ReplyTypes {

    /** The types by member. */
    static final Map<String, ReplyType> ALL = new LinkedHashMap<>();

    private static final Map<String, ReplyType> EXAMPLES = new LinkedHashMap<>();
    private static final Map<String, ReplyType> CONNECTIONS = new LinkedHashMap<>();

    static {
        EXAMPLES.put("queued", example(Batches::queued));
        EXAMPLES.put("processing", example(Batches::processing));
        EXAMPLES.put("finished", example(Batches::finished));
        EXAMPLES.put("someFailed", example(Batches::finishedWithOneFailure));
        EXAMPLES.put("allFailed", example(Batches::allFailed));
        EXAMPLES.put("withoutDevices", example(Batches::withoutDevices));
        EXAMPLES.put("documented", constant(Reply::documentedExample));
        CONNECTIONS.put("reset", constant(Reply::reset));
        CONNECTIONS.put("close", constant(Reply::close));
        CONNECTIONS.put("silence", constant(Reply::silence));
        ALL.put("batch", (node, batch) -> Reply.describing(StatusReader.read(node, batch)));
        ALL.put("example", (node, batch) -> choice(node, batch, EXAMPLES));
        ALL.put("throttled", value(node -> Reply.throttled(ValueReader.duration(node))));
        ALL.put("status", value(node -> Reply.status(ValueReader.httpStatus(node))));
        ALL.put("empty", value(node -> Reply.empty(ValueReader.httpStatus(node))));
        putFaults();
        putBodies();
        ALL.put("connection", (node, batch) -> choice(node, batch, CONNECTIONS));
    }

    private ReplyTypes() {}

    private static void putFaults() {
        ALL.put(
                "fault",
                object(
                        "http code description",
                        it -> Reply.fault(http(it), text(it, "code"), text(it, "description"))));
        ALL.put(
                "numberedFault",
                object(
                        "http code description",
                        it -> Reply.numberedFault(
                                http(it), ValueReader.integer(it.require("code")), text(it, "description"))));
        ALL.put("gatewayFault", object("http message", it -> Reply.gatewayFault(http(it), text(it, "message"))));
        ALL.put(
                "neighbourFault",
                object(
                        "http code message",
                        it -> Reply.neighbourFault(http(it), text(it, "code"), text(it, "message"))));
        ALL.put(
                "tokenFault",
                object(
                        "http error description",
                        it -> Reply.tokenFault(http(it), text(it, "error"), text(it, "description"))));
    }

    private static void putBodies() {
        ALL.put("json", object("http body", it -> Reply.json(http(it), text(it, "body"))));
        ALL.put("html", object("http body", it -> Reply.html(http(it), text(it, "body"))));
        ALL.put(
                "bytes",
                object(
                        "http contentType base64",
                        it -> Reply.bytes(http(it), text(it, "contentType"), base64(it.require("base64")))));
        ALL.put("raw", value(node -> Reply.raw(ValueReader.text(node))));
        ALL.put("rawBase64", value(node -> Reply.raw(base64(node))));
    }

    private static ReplyType constant(Supplier<Reply> reply) {
        return (node, batch) -> reply.get();
    }

    private static ReplyType value(Function<JsonNode, Reply> reader) {
        return (node, batch) -> reader.apply(node);
    }

    private static ReplyType object(String members, Function<ObjectReader, Reply> reader) {
        List<String> names = List.of(members.split(" "));
        return (node, batch) -> reader.apply(ObjectReader.of(node, "the reply", names));
    }

    private static ReplyType example(Function<BatchTrackingId, BatchStatus> example) {
        return (node, batch) -> Reply.describing(example.apply(batch.orElseThrow(() -> new JsonException(
                node.position(), "an example needs a batch; give \"batch\" with its batchTrackingId instead"))));
    }

    private static Reply choice(JsonNode node, Optional<BatchTrackingId> batch, Map<String, ReplyType> choices) {
        String expected = "one of " + String.join(", ", choices.keySet());
        return Optional.ofNullable(choices.get(node.text(expected)))
                .orElseThrow(() -> node.unexpected(expected))
                .read(node, batch);
    }

    private static int http(ObjectReader object) {
        return ValueReader.httpStatus(object.require("http"));
    }

    private static String text(ObjectReader object, String member) {
        return ValueReader.text(object.require(member));
    }

    private static byte[] base64(JsonNode node) {
        try {
            return Base64.getDecoder().decode(ValueReader.text(node));
        } catch (IllegalArgumentException notBase64) {
            throw node.unexpected("bytes in Base64, such as \"e30=\"");
        }
    }

    /** A type of reply. */
    @FunctionalInterface
    interface ReplyType {

        /**
         * Reads a reply.
         *
         * @param node the value of the member
         * @param batch the batch that the reply is about, empty if it is about any batch
         */
        Reply read(JsonNode node, Optional<BatchTrackingId> batch);
    }
}
