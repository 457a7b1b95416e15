package io.github.devicebatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.ParsedJson;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import jakarta.json.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FakePartnerCenterExtension.class)
class StatusCommandTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String UNKNOWN = Batches.anotherBatch().toString();

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    StatusCommandTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
    }

    @Test
    void showsTheDocumentedExampleAsAllFailedAlthoughTheBatchIsFinished() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample());

        RunResult result = tester.run("status", REFERENCE);

        assertThat(result.out()).isEqualTo("""
                all failed      47021739-3426-40bf-9601-61b4b6d7c793/0127ed8e-ff72-4983-a3d8-e8d8bd378932
                  1 device: 1 failed; took 10m; reported state "finished"

                  SERIAL NUMBER  PRODUCT KEY                    CODE  NAME                            WHAT TO DO
                  1234567890     *****-*****-*****-*****-13579  808   ZtdDeviceAssignedToOtherTenant  have the other tenant deregister it

                1 batch: all devices failed
                next: devicebatch explain 808
                """);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "401, 4, refused",
        "403, 4, refused",
        "400, 2, refused",
        "404, 5, not found",
        "429, 6, unavailable",
        "503, 6, unavailable",
        "302, 7, unreadable"
    })
    void theExitCodeIsThatOfTheResponse(int httpStatus, int exitCode, String headline) {
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(httpStatus));

        RunResult result = tester.run("status", REFERENCE);

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.firstLine()).startsWith(headline).endsWith(REFERENCE);
        assertThat(result.err())
                .containsPattern("^(\\w[^\n]*; retrying in [^\n]*\n)*error: " + headline + ": " + REFERENCE + "\nwhy: ")
                .containsOnlyOnce("HTTP " + httpStatus)
                .contains("\ntry: ", "\nrequest id: ");
    }

    @Test
    void theExitStatusOptionReportsTheDevices() {
        assertThat(exitStatusOf(Batches.queued())).isEqualTo(8);
        assertThat(exitStatusOf(Batches.finishedWithOneFailure())).isEqualTo(3);
        assertThat(exitStatusOf(Batches.finished(Batches.TRACKING, new DeviceStatus[0])))
                .isEqualTo(3);
        assertThat(exitStatusOf(Batches.finished())).isZero();
    }

    private int exitStatusOf(BatchStatus status) {
        partnerCenter.script(Batches.REFERENCE).then(status);
        return tester.run("status", REFERENCE, "--exit-status").exitCode();
    }

    @Test
    void returnsTheWorstExitCodeOfSeveralBatches() {
        partnerCenter.script(Batches.anotherBatch()).then(Reply.empty(404));
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());

        RunResult result = tester.run("status", UNKNOWN, REFERENCE, "--concurrency", "1");

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.out())
                .containsSubsequence("not found       " + UNKNOWN, "all registered  " + REFERENCE)
                .endsWith("\n\n3 devices: 3 registered\n2 batches: 1 all registered, 1 not found\n");
    }

    @Test
    void asksOnceAboutAReferenceThatIsNamedTwice() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());

        RunResult result =
                tester.run("status", REFERENCE, "-c", Batches.CUSTOMER.toString(), Batches.TRACKING.toString());

        assertThat(result.out()).containsOnlyOnce(REFERENCE);
        assertThat(partnerCenter.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"806, 0", "'811,806', 0", "ZtdDeviceAlreadyAssigned, 0", "808, 3"})
    void countsDevicesWithAnAcceptedErrorAsRegistered(String accepted, int exitCode) {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.finished(
                        Batches.TRACKING,
                        Devices.registered("SN-1"),
                        Devices.failed("SN-2", "806", "ZtdDeviceAlreadyAssigned")));

        RunResult result = tester.run("status", REFERENCE, "--exit-status", "--accept", accepted);

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.out().contains("SN-2")).isEqualTo(exitCode != 0);
        assertThat(result.out()
                        .contains(
                                "2 devices: 1 registered, 1 accepted (accepted: " + accepted.replace(",", ", ") + ")"))
                .isEqualTo(exitCode == 0);
    }

    @Test
    void acceptsNoInvalidErrorAndNotesAnUndocumentedOne() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());

        RunResult invalid = tester.run("status", REFERENCE, "--accept", "8-6");
        assertThat(invalid.exitCode()).isEqualTo(2);
        assertThat(invalid.err())
                .startsWith(
                        "error: --accept: \"8-6\" is neither the code nor the name of a device error\ntry: --accept 806");
        assertThat(tester.run("status", REFERENCE, "--accept", "899").err())
                .isEqualTo("note: --accept: 899 is not a documented device error; see devicebatch explain\n");
        assertThat(tester.with("DEVICEBATCH_ACCEPT", "806")
                        .run("status", REFERENCE)
                        .err())
                .isEmpty();
    }

    @Test
    void sendsNothingIfAReferenceIsInvalid() {
        RunResult result =
                tester.input("# mine\n\n" + REFERENCE + "\nnonsense\n").run("status", "-");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: line 4 of standard input: not a batch reference: \"nonsense\"");
        assertThat(partnerCenter.requests()).isEmpty();
    }

    @Test
    void endsAnAttemptAtTheRequestTimeout() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.silence());

        RunResult result = tester.run("status", REFERENCE, "--request-timeout", "50ms");

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.err())
                .contains("why: Partner Center did not respond in time: no whole answer within 50 ms; 4 attempts in ")
                .contains(": timed out, timed out, timed out, timed out\ntry: retry, or ", "--request-timeout");
    }

    @Test
    void logsEachAttemptIfVerboseAndNothingIfQuiet() {
        partnerCenter.script(Batches.anotherBatch()).then(Reply.empty(404));
        assertThat(tester.run("status", UNKNOWN, "-v").err())
                .startsWith("connection to 127.0.0.1: direct (no proxy is set)\nattempt 1 of " + UNKNOWN
                        + ": HTTP 404, not found\nrequest for " + UNKNOWN + ": not found, HTTP 404, 1 attempt, ")
                .contains("error: not found");
        assertThat(tester.run("status", UNKNOWN, "-q").err()).isEmpty();
    }

    @Test
    void sendsNothingWhileTheJdkLogsHeaders() {
        tester.properties.setProperty("jdk.httpclient.HttpClient.log", "requests,headers");

        RunResult result = tester.run("status", REFERENCE);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("jdk.httpclient.HttpClient.log", "would contain the access token");
        assertThat(partnerCenter.requests()).isEmpty();
    }

    @Test
    void colorsTheVerdictOnlyIfAsked() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());

        assertThat(tester.run("status", REFERENCE, "--color=always").firstLine())
                .contains("\u001b[32m", "all registered");
        assertThat(tester.run("status", REFERENCE).out()).doesNotContain("\u001b");
    }

    /** A refusal that concerns the caller, among 2,000 references. */
    @Nested
    class Refusals {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                401 |                                                            | 4
                401 | {"code":900421,"description":"no MFA"}                     | 4
                403 | {"code":2032,"description":"the role"}                     | 4
                403 | {"code":900123,"description":"the agreement"}              | 4
                """)
        void endsTheRequests(int status, String body, int exitCode) {
            Reply refusal = body == null ? Reply.empty(status) : Reply.json(status, body);
            IntStream.range(0, 2_000)
                    .forEach(number ->
                            partnerCenter.script(Batches.numbered(number)).then(refusal));

            RunResult result = tester.input(references()).run("status", "-", "-o", "json", "--concurrency=8");

            assertThat(result.exitCode()).isEqualTo(exitCode);
            assertThat(partnerCenter.requestCount()).isBetween(1L, 8L);
            assertThat(result.err())
                    .containsOnlyOnce("error: ")
                    .contains("refused after 0s: ", "\nto go on with the others:\n");
            JsonObject document = ParsedJson.object(result.out());
            int refused = document.getJsonObject("summary").getInt("refused");
            assertThat(document.getJsonArray("results")).hasSize(refused);
            assertThat(document.getJsonObject("summary").getInt("notAsked")).isEqualTo(2_000 - refused);
        }

        @Test
        void doesNotEndTheRequestsIfItConcernsACustomer() {
            Reply refusal = Reply.json(403, "{\"code\":20002,\"description\":\"no relation\"}");
            IntStream.range(0, 3)
                    .forEach(number ->
                            partnerCenter.script(Batches.numbered(number)).then(refusal));

            RunResult result = tester.run(
                    "status",
                    Batches.numbered(0).toString(),
                    Batches.numbered(1).toString(),
                    Batches.numbered(2).toString());

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(partnerCenter.requestCount()).isEqualTo(3);
            assertThat(result.out()).endsWith("3 batches: 3 refused\n");
        }

        private static String references() {
            return IntStream.range(0, 2_000)
                    .mapToObj(number -> Batches.numbered(number).toString())
                    .collect(Collectors.joining("\n"));
        }
    }

    /** The request that is sent. */
    @Nested
    class Requests {

        @Test
        void acceptsABareTrackingIdWithACustomer() {
            partnerCenter.script(Batches.REFERENCE).then(Batches.finished());

            RunResult result = tester.run("status", "-c", Batches.CUSTOMER.toString(), Batches.TRACKING.toString());

            assertThat(result.firstLine()).isEqualTo("all registered  " + REFERENCE + "  3 devices, took 10m");
        }

        @Test
        void sendsTheLocaleAndTheCorrelationId() {
            partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
            tester.run(
                    "status",
                    REFERENCE,
                    "--locale",
                    "sr-Latn-RS",
                    "--correlation-id",
                    "d60a4285-aa3e-4b8b-90e2-5a1b5c1c8a5e");

            assertThat(partnerCenter.requests()).singleElement().satisfies(request -> {
                assertThat(request.header("X-Locale")).contains("sr-Latn-RS");
                assertThat(request.header("MS-CorrelationId")).contains("d60a4285-aa3e-4b8b-90e2-5a1b5c1c8a5e");
                assertThat(request.header("MS-PartnerCenter-Application")).contains("devicebatch");
            });
        }
    }
}
