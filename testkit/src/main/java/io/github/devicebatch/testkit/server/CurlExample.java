package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.Batches;
import java.net.URI;
import java.util.List;

/**
 * A submit to a {@link FakePartnerCenter} that a person can paste into a shell, more than once. Safe for use by several
 * threads.
 */
public final class CurlExample {

    private CurlExample() {}

    /**
     * Writes a call of {@code curl} that submits two devices, the second of which fails.
     *
     * @param baseUrl where the fake is
     * @return the lines, to be put under one another
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
