package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.CustomerId;
import java.util.Locale;

/** What makes two submits the same one, sent again: the customer, the path, and the id of the request. */
record SubmitKey(CustomerId customer, String path, String requestId) {

    static SubmitKey of(CustomerId customer, Request request) {
        return new SubmitKey(
                customer,
                request.path().toLowerCase(Locale.ROOT),
                request.values("MS-RequestId").getFirst().toLowerCase(Locale.ROOT));
    }
}
