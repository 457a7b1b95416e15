package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;

/** The faults that the fake finds itself, with the documented codes of the service. */
final class ServiceFaults {

    private static final int MAX_DESCRIPTION_LENGTH = 1_024;

    private ServiceFaults() {}

    static HttpReply invalidCustomer() {
        return Reply.fault(400, "900118", "The customer id is invalid.");
    }

    static HttpReply unknownCustomer() {
        return Reply.fault(404, "60003", "The tenant was not found.");
    }

    static HttpReply notFound(String subject) {
        return Reply.fault(404, "1000", subject + " was not found.");
    }

    static HttpReply invalidInput(String problem) {
        return Reply.fault(400, "800002", problem.substring(0, Math.min(MAX_DESCRIPTION_LENGTH, problem.length())));
    }

    /** Returns 409 with the status as code, because no code is documented for it. */
    static HttpReply conflict(String problem) {
        return Reply.fault(409, "409", problem);
    }

    static HttpReply methodNotAllowed(String... allowed) {
        return Reply.fault(405, "405", "The method is not allowed; use " + String.join(" or ", allowed) + ".")
                .withHeader("Allow", String.join(", ", allowed));
    }
}
