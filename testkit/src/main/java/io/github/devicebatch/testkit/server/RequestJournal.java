package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.credentials.SecretRedactor;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import io.github.devicebatch.testkit.transport.AwaitableCounter;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The latest requests, without secrets. Thread-safe. */
final class RequestJournal {

    /** The maximum number of requests, so that a load test does not fill the memory. */
    static final int CAPACITY = 10_000;

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private final InstantSource time;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private final AwaitableCounter total = new AwaitableCounter();

    RequestJournal(InstantSource time) {
        this.time = time;
    }

    /** Adds a request, and removes the oldest one if the journal is full. */
    void add(Request request, RequestHandler.Result result) {
        SecretRedactor redactor = SecretRedactor.of(request);
        RecordedRequest recorded = new RecordedRequest(
                time.instant(),
                request.method(),
                redactor.target(request.target()),
                redactor.headers(request.headers()),
                request.connection(),
                result.reply().sentStatus(),
                result.faulted(),
                result.planned());
        synchronized (requests) {
            if (requests.size() == CAPACITY) {
                requests.removeFirst();
            }
            requests.addLast(recorded);
        }
        total.add(1);
    }

    /** Returns the counter of all requests, with those that were removed from the journal. */
    AwaitableCounter total() {
        return total;
    }

    List<RecordedRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    void clear() {
        synchronized (requests) {
            requests.clear();
        }
        total.reset();
    }

    String toJson() {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        requests().forEach(request -> array.add(json(request)));
        return JSON.createObjectBuilder().add("requests", array).build().toString();
    }

    private static JsonObjectBuilder json(RecordedRequest request) {
        JsonObjectBuilder headers = JSON.createObjectBuilder();
        request.headers().forEach((name, values) -> headers.add(name, JSON.createArrayBuilder(values)));
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("when", request.when().toString())
                .add("method", request.method())
                .add("path", request.path())
                .add("headers", headers)
                .add("connection", request.connection());
        request.status().ifPresentOrElse(status -> json.add("status", status), () -> json.addNull("status"));
        return json.add("faulted", request.faulted());
    }
}
