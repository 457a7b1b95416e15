package io.github.devicebatch.testkit.support;

import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A client that submits devices to a fake, each time with a new request id, and reads lists. */
public record Submitter(Client client) {

    public static final CustomerId CUSTOMER = Batches.CUSTOMER;

    public static Submitter of(Client client) {
        return new Submitter(client);
    }

    public static String path() {
        return "/v1/customers/" + CUSTOMER + "/deviceBatches";
    }

    public static String path(String batch) {
        return path() + "/" + batch + "/devices";
    }

    /** Returns a device that the fake registers, unless its serial number is magic. */
    public static String device(String serialNumber) {
        return """
                {"serialNumber": "%s", "oemManufacturerName": "Contoso", "modelName": "Model One"}\
                """.formatted(serialNumber);
    }

    public static String newBatch(String id, String... devices) {
        return "{\"batchId\": \"" + id + "\", \"devices\": [" + String.join(",", devices) + "]}";
    }

    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, Map.of("MS-RequestId", UUID.randomUUID().toString()));
    }

    public HttpResponse<String> post(String path, String body, Map<String, String> changes)
            throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>(Client.headers());
        headers.put("Content-Type", "application/json");
        headers.putAll(changes);
        return client.http()
                .send(
                        client.request(path, headers)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.get(path, Client.headers());
    }

    /** Submits a new batch and returns the path of its status. */
    public String submit(String id, String... devices) throws IOException, InterruptedException {
        return "/v1"
                + post(path(), newBatch(id, devices))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
    }
}
