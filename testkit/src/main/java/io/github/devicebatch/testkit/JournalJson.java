package io.github.devicebatch.testkit;

import java.util.List;

/** Writes the journal for whoever reads it over HTTP. */
final class JournalJson {

    private JournalJson() {}

    static String of(List<ReceivedRequest> requests) {
        return new JsonObject()
                .array("requests", requests.stream().map(JournalJson::request).toList())
                .toString();
    }

    private static JsonObject request(ReceivedRequest request) {
        JsonObject headers = new JsonObject();
        request.headers().forEach(headers::texts);
        JsonObject written = new JsonObject()
                .text("when", request.when().toString())
                .text("method", request.method())
                .text("path", request.path())
                .object("headers", headers)
                .number("connection", request.connection());
        request.status().ifPresentOrElse(status -> written.number("status", status), () -> written.nothing("status"));
        return written.truth("faulted", request.faulted());
    }
}
