package io.github.devicebatch.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Handler of the admin endpoints under {@code /__fake}. It rejects what a web page could send, see {@link CrossSiteFilter}. */
final class AdminHandler {

    private static final String PREFIX = "/__fake";

    private final FakeControl control;
    private final List<Endpoint> endpoints = List.of(
            new Endpoint("GET", "/requests", "lists the requests, oldest first", this::requests),
            new Endpoint("POST", "/reset", "forgets batches, requests and faults", this::reset),
            new Endpoint("POST", "/load", "loads the scenario in the body", this::load),
            new Endpoint("GET", "/schema", "returns the JSON Schema of scenarios", request -> schema()));

    AdminHandler(FakeControl control) {
        this.control = control;
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    /** Returns the reply, or empty if the path is not one of the admin endpoints. */
    Optional<Reply> handle(Request request) {
        String path = request.path().toLowerCase(Locale.ROOT);
        if (!path.equals(PREFIX) && !path.startsWith(PREFIX + "/")) {
            return Optional.empty();
        }
        return Optional.of(CrossSiteFilter.rejectWebPage(request).orElseGet(() -> handle(request, path)));
    }

    private Reply handle(Request request, String path) {
        Optional<Endpoint> endpoint = endpoints.stream()
                .filter(candidate -> candidate.path().equals(path))
                .findFirst();
        if (endpoint.isEmpty()) {
            String available = endpoints.stream().map(Endpoint::toString).collect(Collectors.joining(", "));
            return Reply.fault(404, "404", "There is nothing at this path. Available: " + available + ".");
        }
        String method = endpoint.get().method();
        return request.method().equals(method)
                ? endpoint.get().action().apply(request)
                : ServiceFaults.methodNotAllowed(method);
    }

    private Reply requests(Request request) {
        return Reply.json(200, control.journal().toJson());
    }

    private Reply reset(Request request) {
        control.reset();
        return Reply.empty(204);
    }

    private Reply load(Request request) {
        try {
            control.load(request.body());
            return Reply.empty(204);
        } catch (InvalidScenarioException invalid) {
            return ServiceFaults.invalidInput(requireNonNull(invalid.getMessage()));
        }
    }

    private static Reply schema() {
        return Reply.bytes(
                200, "application/schema+json", FakeControl.scenarioSchema().getBytes(UTF_8));
    }

    /**
     * An admin endpoint.
     *
     * @param method the method that it accepts
     * @param subpath its path below {@code /__fake}
     * @param description what it does, for the landing page
     * @param action the function from a request to the reply
     */
    record Endpoint(String method, String subpath, String description, Function<Request, Reply> action) {

        String path() {
            return PREFIX + subpath;
        }

        /** Returns method and path. */
        @Override
        public String toString() {
            return method + " " + path();
        }
    }
}
