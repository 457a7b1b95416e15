package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;

/** The faults that the service itself finds, with the codes that it documents for them. */
final class ServiceFaults {

    private static final int LONGEST = 1_024;

    private ServiceFaults() {}

    static HttpReply invalidCustomer() {
        return Reply.fault(400, "900118", "The customer id is invalid.");
    }

    static HttpReply unknownCustomer() {
        return Reply.fault(404, "60003", "The tenant was not found.");
    }

    static HttpReply notFound(String what) {
        return Reply.fault(404, "1000", what + " was not found.");
    }

    static HttpReply invalidInput(String problem) {
        return Reply.fault(400, "800002", problem.substring(0, Math.min(LONGEST, problem.length())));
    }

    /** No code is documented for a conflict in general, so it is the status. */
    static HttpReply conflict(String problem) {
        return Reply.fault(409, "409", problem);
    }
}
