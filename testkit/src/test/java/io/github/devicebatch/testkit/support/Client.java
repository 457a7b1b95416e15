package io.github.devicebatch.testkit.support;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP client of a fake, which sends valid headers unless a test changes them. */
public record Client(FakePartnerCenter partnerCenter, HttpClient http) implements AutoCloseable {

    public static final String TOKEN = "canary-eyJhbGciOi.J9-token";

    public static Client of(FakePartnerCenter partnerCenter) {
        return new Client(
                partnerCenter,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    public static Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Authorization", "Bearer " + TOKEN);
        headers.put("Accept", "application/json");
        headers.put("MS-RequestId", "9dbb5b17-2a17-4b6c-8b8d-6d9d4b1c1a01");
        headers.put("MS-CorrelationId", "9dbb5b17-2a17-4b6c-8b8d-6d9d4b1c1a02");
        headers.put("MS-Contract-Version", "v1");
        return headers;
    }

    public HttpResponse<String> requestStatus(BatchReference batch) throws IOException, InterruptedException {
        return get(path(batch), headers());
    }

    public HttpResponse<String> get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        return http.send(request(path, headers).build(), BodyHandlers.ofString());
    }

    public HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(partnerCenter.baseUrl() + path));
        headers.forEach(request::header);
        return request;
    }

    public static String path(BatchReference batch) {
        return FakePartnerCenter.statusPath(batch);
    }

    @Override
    public void close() {
        http.close();
    }
}
