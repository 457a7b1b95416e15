package io.github.devicebatch.testkit.junit;

import io.github.devicebatch.testkit.server.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The text of received requests in failure messages, one line each. */
final class RequestListing {

    private static final int MAX_LISTED = 20;

    private RequestListing() {}

    static String of(List<RecordedRequest> requests) {
        if (requests.isEmpty()) {
            return "  (none)";
        }
        Instant first = requests.getFirst().when();
        String listed = IntStream.range(0, Math.min(MAX_LISTED, requests.size()))
                .mapToObj(index -> line(index + 1, first, requests.get(index)))
                .collect(Collectors.joining("\n"));
        return requests.size() <= MAX_LISTED ? listed : listed + "\n  and " + (requests.size() - MAX_LISTED) + " more";
    }

    private static String line(int number, Instant first, RecordedRequest request) {
        return String.format(
                Locale.ROOT,
                "  %d. +%s  %s %s -> %s, connection %d, MS-RequestId %s%s",
                number,
                seconds(Duration.between(first, request.when())),
                request.method(),
                request.path(),
                request.status().isPresent() ? request.status().getAsInt() : "no response",
                request.connection(),
                request.header("MS-RequestId").orElse("missing"),
                request.planned() ? "" : ", not planned");
    }

    static String seconds(Duration duration) {
        return duration.toSeconds() + "." + String.format(Locale.ROOT, "%03d s", duration.toMillisPart());
    }
}
