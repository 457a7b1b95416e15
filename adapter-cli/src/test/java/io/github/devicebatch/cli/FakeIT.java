package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.RawHttpClient;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.SecretSearch;
import io.github.devicebatch.cli.support.Signal;
import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FakeIT {

    @TempDir
    private Path folder;

    @TempDir
    private Path another;

    @Test
    void printsItsUrlFirstAndServesUntilItIsTerminated() throws Exception {
        var fake = new PackagedCommand(folder);
        Process serving = fake.start("fake");
        String firstLine = serving.inputReader(UTF_8).readLine();
        assertThat(firstLine).matches("listening on http://127\\.0\\.0\\.1:\\d+");
        String url = firstLine.substring("listening on ".length());

        RunResult status = new PackagedCommand(another)
                .with("DEVICEBATCH_TOKEN", SecretSearch.TOKEN)
                .run("status", Batches.REFERENCE.toString(), "--base-url", url);
        RunResult taken = new PackagedCommand(another).run("fake", "--port", url.replaceFirst(".*:", ""));
        Signal.TERM.send(serving);
        RunResult ended = fake.ended(serving);

        assertThat(status.firstLine()).isEqualTo("all failed      " + Batches.REFERENCE);
        assertThat(taken.exitCode()).isEqualTo(2);
        assertThat(taken.err()).startsWith("error: cannot listen on 127.0.0.1:");
        assertThat(ended.exitCode()).isEqualTo(143);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).endsWith("devicebatch status " + Batches.REFERENCE + " --base-url " + url + "\n");
    }

    /** Uploads by a plain socket client. */
    @Nested
    @Timeout(120)
    class Upload {

        private static final String SCENARIO = """
            {"batches": [{"customer": "%s", "tracking": "ba7c0000-0000-4000-8000-000000000001",
                          "replies": [{"throttled": "57s"}]}]}
            """.formatted(RawHttpClient.CUSTOMER);
        private static final String BATCH = """
            {"batchId": "autumn", "devices": [
              {"serialNumber": "SN-1", "oemManufacturerName": "Contoso", "modelName": "One"},
              {"serialNumber": "SN-808", "hardwareHash": "hash"}]}
            """;

        @Test
        void aSocketClientUploadsAndTheCommandShowsTheSameStatus() throws Exception {
            Path scenario = Files.writeString(folder.resolve("scenario.json"), SCENARIO);
            var fake = new PackagedCommand(folder);
            Process serving = fake.start("fake", "--time-scale", "6000", "--scenario", scenario.toString());
            String firstLine = serving.inputReader(UTF_8).readLine();
            assertThat(firstLine).startsWith("listening on http://127.0.0.1:");
            RawHttpClient client = new RawHttpClient(URI.create(firstLine.substring("listening on ".length())));

            String tracking = submitted(client);
            assertThat(finished(client, tracking))
                    .contains("\"serialNumber\":\"SN-808\",\"status\":\"finished_with_errors\",\"errorCode\":\"808\"");
            checkRegisteredDevices(client);
            checkStatusCommand(client.baseUrl(), tracking);
            checkJournalAndStartPage(client);

            Signal.TERM.send(serving);
            assertThat(fake.ended(serving).exitCode()).isEqualTo(143);
        }

        private static String submitted(RawHttpClient client) throws IOException {
            String accepted = client.post("/deviceBatches", "c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff", BATCH);
            assertThat(accepted)
                    .startsWith("HTTP/1.1 202 Accepted\r\nLocation: /customers/" + RawHttpClient.CUSTOMER + "/batch");
            return accepted.replaceAll("(?s).*/batchJobStatus/([0-9a-f-]{36})\r.*", "$1");
        }

        private static void checkRegisteredDevices(RawHttpClient client) throws IOException {
            assertThat(client.get("/deviceBatches")).contains("\"id\":\"autumn\",\"status\":\"finished\"");
            assertThat(client.get("/deviceBatches/autumn/devices"))
                    .contains("{\"totalCount\":1,\"items\":[{\"id\":\"", "\"serialNumber\":\"SN-1\"");
            assertThat(client.get("/batchJobStatus/ba7c0000-0000-4000-8000-000000000001"))
                    .startsWith("HTTP/1.1 429 Too Many Requests")
                    .contains("\r\nRetry-After: 57\r\n");
        }

        private void checkStatusCommand(URI url, String tracking) throws Exception {
            RunResult status = new PackagedCommand(another)
                    .with("DEVICEBATCH_TOKEN", SecretSearch.TOKEN)
                    .run(
                            "status",
                            RawHttpClient.CUSTOMER + "/" + tracking,
                            "--base-url=" + url,
                            "--exit-status",
                            "-ojson");
            assertThat(status.exitCode()).isEqualTo(3);
            assertThat(status.out()).contains("\"outcome\": \"someFailed\"", "\"serialNumber\": \"SN-808\"");
        }

        private static void checkJournalAndStartPage(RawHttpClient client) throws IOException {
            assertThat(client.exchange("GET", "/__fake/requests", "", ""))
                    .contains("\"method\":\"POST\"", "\"Authorization\":[\"REDACTED\"]")
                    .doesNotContain(SecretSearch.TOKEN);
            assertThat(client.exchange("GET", "/", "Accept: text/html\r\n", "")).contains("000000000429</td>");
        }

        private static String finished(RawHttpClient client, String tracking) throws IOException {
            String status = client.get("/batchJobStatus/" + tracking);
            while (!status.contains("\"completedTime\"")) {
                assertThat(status).containsAnyOf("\"status\":\"queued\"", "\"status\":\"processing\"");
                status = client.get("/batchJobStatus/" + tracking);
            }
            return status;
        }
    }
}
