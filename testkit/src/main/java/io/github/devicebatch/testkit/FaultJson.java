package io.github.devicebatch.testkit;

import java.util.List;

/** Writes faults in the four shapes of JSON in which they come. */
final class FaultJson {

    private FaultJson() {}

    static String partnerCenter(String code, String description) {
        return new JsonObject()
                .text("code", code)
                .text("description", description)
                .array("data", List.of())
                .text("source", "FakePartnerCenter")
                .toString();
    }

    static String numbered(long code, String description) {
        return new JsonObject()
                .number("code", code)
                .text("description", description)
                .text("source", "FakePartnerCenter")
                .toString();
    }

    static String gateway(int status, String message) {
        return new JsonObject()
                .number("statusCode", status)
                .text("message", message)
                .toString();
    }

    static String neighbour(String code, String message) {
        JsonObject error = new JsonObject().text("code", code).text("message", message);
        return new JsonObject().object("error", error).toString();
    }

    static String tokenEndpoint(String error, String description) {
        return new JsonObject()
                .text("error", error)
                .text("error_description", description)
                .toString();
    }
}
