package io.github.devicebatch.cli.fake;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.MagicSerialNumber;
import io.github.devicebatch.testkit.server.CurlExample;
import io.github.devicebatch.testkit.server.MagicBatch;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells of the fake what its own tables say: in the help of the command, and in its hints. */
final class FakeHelp {

    private FakeHelp() {}

    /** Gives the end of the help. */
    static String[] lines() {
        return Stream.of(
                        Stream.of(
                                "",
                                "A submitted device whose serial number (or product key, if it has none) ends",
                                "in one of these fails; any other is registered:"),
                        MagicSerialNumber.rules().stream().map(FakeHelp::line),
                        Stream.of("", "Tracking ids that every customer has, 00000000-0000-0000-0000- in front:"),
                        Arrays.stream(MagicBatch.values()).map(FakeHelp::line),
                        Stream.of(
                                "",
                                "Examples:",
                                "  devicebatch fake --port 8080 --time-scale 60",
                                "  devicebatch fake --scenario scenario.json"))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    /** Gives what to do now that it listens. */
    static List<String> hints(String command, URI baseUrl) {
        return Stream.of(
                        Stream.of(
                                "Any token will do; Ctrl-C stops it. What it answers, and when:",
                                "",
                                "  " + baseUrl + "/",
                                "",
                                "Submit two devices from another terminal; Location names the upload:",
                                ""),
                        CurlExample.submit(baseUrl).stream().map(line -> "  " + line),
                        Stream.of(
                                "",
                                "Ask it where an upload stands:",
                                "",
                                "  DEVICEBATCH_TOKEN=any %s status %s --base-url %s"
                                        .formatted(command, Batches.REFERENCE, baseUrl)))
                .flatMap(part -> part)
                .toList();
    }

    private static String line(MagicSerialNumber rule) {
        return "  " + rule.ending() + "  " + rule.error().vendorName();
    }

    private static String line(MagicBatch batch) {
        String id = batch.trackingId().toString();
        return "  " + id.substring(id.lastIndexOf('-') + 1) + "  " + batch.description();
    }
}
