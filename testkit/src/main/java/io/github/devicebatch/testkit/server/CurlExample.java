package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.Batches;
import java.net.URI;
import java.util.List;

/** A {@code curl} command that submits devices to a {@link FakePartnerCenter}. It can be run more than once. */
public final class CurlExample {

    private CurlExample() {}

    /**
     * Returns a command that submits two devices, of which the second one fails.
     *
     * @param baseUrl the base URL of the fake
     * @return the lines of the command
     */
    public static List<String> submit(URI baseUrl) {
        return List.of(
                "curl -i " + baseUrl + "/v1/customers/" + Batches.CUSTOMER + "/deviceBatches \\",
                "  -H 'Authorization: Bearer any' -H 'Accept: application/json' \\",
                "  -H 'MS-RequestId: 3f1d2a5c-6b1e-4f0a-9c39-0c8a5f6d7e81' \\",
                "  -H 'MS-CorrelationId: 3f1d2a5c-6b1e-4f0a-9c39-0c8a5f6d7e82' \\",
                "  -H 'MS-Contract-Version: v1' -H 'Content-Type: application/json' \\",
                "  -d '{\"batchId\": \"try\", \"devices\": [",
                "       {\"serialNumber\": \"SN-1\", \"hardwareHash\": \"hash-of-1\"},",
                "       {\"serialNumber\": \"SN-808\", \"hardwareHash\": \"hash-of-808\"}]}'");
    }
}
