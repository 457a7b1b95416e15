package com.example;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.ManualTime;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Runs the fake with nothing but what testkit brings along: no JUnit, no AssertJ, no ArchUnit. */
public final class Importer {

    public static void main(String[] arguments) throws Exception {
        for (String absent : new String[] {"org.junit.jupiter.api.Test", "org.assertj.core.api.Assertions", "com.tngtech.archunit.lang.ArchRule"}) {
            if (isThere(absent)) {
                throw new AssertionError(absent + " is there, so nothing is proven");
            }
        }
        try (FakePartnerCenter fake = FakePartnerCenter.start(ManualTime.start()); HttpClient client = HttpClient.newHttpClient()) {
            fake.script(Batches.REFERENCE).then(Batches.documentedExample());
            HttpResponse<String> response = client.send(question(fake.baseUrl()), BodyHandlers.ofString());
            System.out.println(response.statusCode() + " " + response.body());
            if (!response.body().contains("ZtdDeviceAssignedToOtherTenant") || fake.requests().size() != 1) {
                throw new AssertionError(fake.requests());
            }
        }
    }

    private static HttpRequest question(URI baseUrl) {
        return HttpRequest.newBuilder(URI.create(baseUrl + "/v1/customers/" + Batches.CUSTOMER + "/batchJobStatus/" + Batches.TRACKING))
                .header("Authorization", "Bearer made-up")
                .header("Accept", "application/json")
                .header("MS-RequestId", UUID.randomUUID().toString())
                .header("MS-CorrelationId", UUID.randomUUID().toString())
                .header("MS-Contract-Version", "v1")
                .build();
    }

    private static boolean isThere(String type) {
        try {
            return Class.forName(type) != null;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
