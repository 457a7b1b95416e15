package io.github.devicebatch.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.MagicSerialNumber;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.server.PageRenderer.Section;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The documentation page at {@code /}: HTML for browsers, plain text for other clients. */
final class LandingPage {

    private static final String TITLE = "FakePartnerCenter";

    private final FakeControl control;
    private final List<AdminHandler.Endpoint> adminEndpoints;
    private final Supplier<URI> baseUrl;

    LandingPage(FakeControl control, List<AdminHandler.Endpoint> adminEndpoints, Supplier<URI> baseUrl) {
        this.control = control;
        this.adminEndpoints = adminEndpoints;
        this.baseUrl = baseUrl;
    }

    Reply reply(Request request) {
        if (!request.method().equals("GET")) {
            return ServiceFaults.methodNotAllowed("GET");
        }
        PageRenderer page = new PageRenderer(
                TITLE, List.of(endpoints(), example(), magicSerialNumbers(), magicBatches(), adminEndpoints()));
        boolean isBrowser = request.values("Accept").stream().anyMatch(accept -> accept.contains("text/html"));
        HttpReply reply = isBrowser
                ? Reply.html(200, page.html())
                : Reply.bytes(200, "text/plain; charset=utf-8", page.text().getBytes(UTF_8));
        return reply.withHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .withHeader("Vary", "Accept");
    }

    private static Section endpoints() {
        String customer = "/v1/customers/{customer}";
        return new Section(
                "Endpoints",
                List.of("Any bearer token is accepted. Paths match in any case."),
                List.of(
                        List.of("POST " + customer + "/deviceBatches", "submits a new batch"),
                        List.of("POST " + customer + "/deviceBatches/{batch}/devices", "submits more devices"),
                        List.of("GET " + customer + "/batchJobStatus/{tracking}", "returns the status of an upload"),
                        List.of("GET " + customer + "/deviceBatches", "lists the batches"),
                        List.of("GET " + customer + "/deviceBatches/{batch}/devices", "lists the registered devices")),
                List.of());
    }

    private Section example() {
        return new Section(
                "Example",
                List.of(
                        "By default an upload is queued for one minute and processed for ten.",
                        "The Location header of the response has the tracking id."),
                List.of(),
                CurlExample.submit(baseUrl.get()));
    }

    private static Section magicSerialNumbers() {
        return new Section(
                "Magic serial numbers",
                List.of("The end of the serial number, or of the product key if there is no serial number, decides on"
                        + " the result of a device."),
                Stream.concat(
                                MagicSerialNumber.rules().stream()
                                        .map(rule -> List.of(
                                                "…" + rule.ending(),
                                                rule.error().vendorName())),
                                Stream.of(
                                        List.of("a repeated hardware hash", "ZtdDeviceDuplicated"),
                                        List.of("anything else", "registered")))
                        .toList(),
                List.of());
    }

    private Section magicBatches() {
        String state = control.hasMagicBatches()
                ? "Every customer has these tracking ids."
                : "These tracking ids are off. When they are on, every customer has them.";
        return new Section(
                "Magic tracking ids",
                List.of(state),
                Arrays.stream(MagicBatch.values())
                        .map(batch -> List.of(batch.trackingId().toString(), batch.description()))
                        .toList(),
                List.of());
    }

    private Section adminEndpoints() {
        return new Section(
                "Admin endpoints",
                List.of("Only for clients on this machine, not for web pages."),
                adminEndpoints.stream()
                        .map(endpoint -> List.of(endpoint.toString(), endpoint.description()))
                        .toList(),
                List.of());
    }
}
