package io.github.devicebatch.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.MagicSerialNumber;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The page at {@code /}: what there is, for a person; HTML for a browser, text for everybody else. */
final class LandingPage {

    private static final String TITLE = "FakePartnerCenter";

    private final FakeControl control;
    private final Supplier<URI> baseUrl;

    LandingPage(FakeControl control, Supplier<URI> baseUrl) {
        this.control = control;
        this.baseUrl = baseUrl;
    }

    Reply reply(Request request) {
        if (!request.method().equals("GET")) {
            return Reply.fault(405, "405", "Only GET is answered here.").withHeader("Allow", "GET");
        }
        boolean isBrowser = request.values("Accept").stream().anyMatch(accept -> accept.contains("text/html"));
        HttpReply page = isBrowser
                ? Reply.html(200, PageRenderer.of(TITLE, sections()))
                : Reply.bytes(
                        200,
                        "text/plain; charset=utf-8",
                        PageRenderer.PageText.of(TITLE, sections()).getBytes(UTF_8));
        return page.withHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .withHeader("Vary", "Accept");
    }

    private List<PageRenderer.PageSection> sections() {
        return Stream.of(calls(), example(), fates(), magic(), controls()).toList();
    }

    private PageRenderer.PageSection calls() {
        String customer = "/v1/customers/{customer}";
        return new PageRenderer.PageSection(
                "What is answered",
                List.of("Any bearer token will do. Any case of a path will do."),
                List.of(
                        List.of("POST " + customer + "/deviceBatches", "submits a new batch"),
                        List.of("POST " + customer + "/deviceBatches/{batch}/devices", "submits more devices"),
                        List.of("GET " + customer + "/batchJobStatus/{tracking}", "tells where an upload stands"),
                        List.of("GET " + customer + "/deviceBatches", "lists the batches"),
                        List.of("GET " + customer + "/deviceBatches/{batch}/devices", "lists the devices that got in")),
                List.of());
    }

    private PageRenderer.PageSection example() {
        return new PageRenderer.PageSection(
                "Try it",
                List.of(
                        "An upload is queued for one minute and processed for ten, unless the fake was told otherwise.",
                        "The header Location of the answer has the tracking id to ask about."),
                List.of(),
                CurlExample.submit(baseUrl.get()));
    }

    private PageRenderer.PageSection fates() {
        return new PageRenderer.PageSection(
                "What becomes of a device",
                List.of("Its serial number, or its product key if it has no serial number, decides by its end."),
                Stream.concat(
                                MagicSerialNumber.rules().stream()
                                        .map(rule -> List.of(
                                                "…" + rule.ending(),
                                                rule.error().vendorName())),
                                Stream.of(
                                        List.of("a hardware hash again", "ZtdDeviceDuplicated"),
                                        List.of("anything else", "registered")))
                        .toList(),
                List.of());
    }

    private PageRenderer.PageSection magic() {
        String words = control.hasMagicBatches()
                ? "Every customer has these tracking ids."
                : "Every customer has these tracking ids once they are turned on; they are off.";
        return new PageRenderer.PageSection(
                "Magic tracking ids",
                List.of(words),
                Arrays.stream(MagicBatch.values())
                        .map(batch -> List.of(batch.trackingId().toString(), batch.description()))
                        .toList(),
                List.of());
    }

    private PageRenderer.PageSection controls() {
        return new PageRenderer.PageSection(
                "The fake itself",
                List.of("For this machine only, and for no page in a browser."),
                new AdminHandler(control)
                        .doors().stream()
                                .map(door -> List.of(door.toString(), door.does()))
                                .toList(),
                List.of());
    }
}
