package io.github.devicebatch.testkit;

import java.net.URI;
import java.util.List;

/** A submit that a person can paste into a shell. */
final class CurlExample {

    private CurlExample() {}

    static List<String> lines(URI baseUrl) {
        return List.of(
                "curl -i " + baseUrl + "/v1/customers/" + Batches.CUSTOMER + "/deviceBatches \\",
                "  -H 'Authorization: Bearer any' -H 'Accept: application/json' -H 'MS-Contract-Version: v1' \\",
                "  -H \"MS-RequestId: $(uuidgen)\" -H \"MS-CorrelationId: $(uuidgen)\" \\",
                "  -H 'Content-Type: application/json' \\",
                "  -d '{\"batchId\": \"try\", \"devices\": [{\"productKey\": \"SN-1\"}, {\"productKey\": \"SN-808\"}]}'");
    }
}
