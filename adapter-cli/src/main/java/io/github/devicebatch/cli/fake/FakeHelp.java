package io.github.devicebatch.cli.fake;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.MagicSerialNumber;
import io.github.devicebatch.testkit.server.CurlExample;
import io.github.devicebatch.testkit.server.ExampleApp;
import io.github.devicebatch.testkit.server.MagicBatch;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Help about the fake, generated from its own tables. */
final class FakeHelp {

    private FakeHelp() {}

    /** Returns the footer of the help: magic serial numbers, magic batches, examples. */
    static String[] footer() {
        return Stream.of(
                        Stream.of(
                                "",
                                "A submitted device fails if its serial number, or else its product key, ends in",
                                "one of these; any other device is registered:"),
                        MagicSerialNumber.rules().stream().map(FakeHelp::line),
                        Stream.of(
                                "",
                                "Tracking ids that exist for every customer, with the prefix 00000000-0000-0000-0000-:"),
                        Arrays.stream(MagicBatch.values()).map(FakeHelp::line),
                        Stream.of(
                                "",
                                "Examples:",
                                "  devicebatch fake --port 8080 --time-scale 60",
                                "  devicebatch fake --scenario scenario.json",
                                "  devicebatch fake --sign-in --check-tokens"))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    /** Returns the lines to print after the start: how to use the fake. */
    static List<String> examples(String command, URI baseUrl) {
        return Stream.of(
                        Stream.of(
                                "Any token is accepted; Ctrl-C stops the fake. Its batches and replies:",
                                "",
                                "  " + baseUrl + "/",
                                "",
                                "Upload two devices from another terminal; Location is the batch reference:",
                                ""),
                        CurlExample.submit(baseUrl).stream().map(line -> "  " + line),
                        Stream.of(
                                "",
                                "Show the status of a batch:",
                                "",
                                String.format(
                                        Locale.ROOT,
                                        "  DEVICEBATCH_TOKEN=any %s status %s --base-url %s",
                                        command,
                                        Batches.REFERENCE,
                                        baseUrl)))
                .flatMap(part -> part)
                .toList();
    }

    /** Returns the lines to print after the start with an identity platform: how to sign in. */
    static List<String> signIn(String command, URI baseUrl) {
        String app =
                " --tenant " + ExampleApp.TENANT + " --client-id " + ExampleApp.CLIENT_ID + " --authority " + baseUrl;
        String status = "  " + command + " status " + Batches.REFERENCE + " --base-url " + baseUrl + app;
        return List.of(
                "Ctrl-C stops the fake. Its batches and replies:",
                "",
                "  " + baseUrl + "/",
                "",
                "Sign in as a user from another terminal; the command prints a page and a code:",
                "",
                "  " + command + " login" + app + " --refresh-token-file rehearsal/refresh-token",
                status + " --refresh-token-file rehearsal/refresh-token",
                "",
                "Sign in as the app:",
                "",
                "  echo " + ExampleApp.CLIENT_SECRET + " > client-secret",
                status + " --client-secret-file client-secret");
    }

    private static String line(MagicSerialNumber rule) {
        return "  " + rule.ending() + "  " + rule.error().vendorName();
    }

    private static String line(MagicBatch batch) {
        String id = batch.trackingId().toString();
        return "  " + id.substring(id.lastIndexOf('-') + 1) + "  " + batch.description();
    }
}
