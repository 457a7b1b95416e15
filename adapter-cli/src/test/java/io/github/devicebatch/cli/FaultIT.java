package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.Tls;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged command against a server that fails, resets, stalls, throttles or sends invalid responses. */
@ExtendWith(FakePartnerCenterExtension.class)
class FaultIT {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;

    @TempDir
    private Path folder;

    FaultIT(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
    }

    static Stream<Arguments> passingFaults() {
        return Stream.of(
                arguments(Reply.empty(503), "15s", "failing"),
                arguments(Reply.throttled(Duration.ofSeconds(1)), "15s", "throttled"),
                arguments(Reply.documentedExample().resetAfter(100), "15s", "unreachable"),
                arguments(Reply.documentedExample().chunked(100).truncatedBeforeLastChunk(), "15s", "unreachable"),
                arguments(Reply.documentedExample().stallingAfter(100), "2s", "timedOut"),
                arguments(Reply.documentedExample().dripping(1, Duration.ofMillis(100)), "2s", "timedOut"));
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    @Execution(ExecutionMode.CONCURRENT)
    void retriesATransientFault(Reply fault, String timeout, String cause) throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(fault).then(Batches.finished());

        RunResult result = command().run("status", REFERENCE, "-v", "-o", "json", "--request-timeout", timeout);

        assertThat(result.exitCode()).isZero();
        assertThat(trace(result).getInt("attempts")).isEqualTo(2);
        assertThat(trace(result).getJsonArray("earlierCauses").getValuesAs(JsonString::getString))
                .containsExactly(cause);
        assertThat(result.err())
                .startsWith("connection to 127.0.0.1: direct (no proxy is set)\nattempt 1 of " + REFERENCE + ": ")
                .contains("; next attempt in ", "\nattempt 2 of " + REFERENCE + ": HTTP 200\nrequest for ");
    }

    static Stream<Arguments> lastingFaults() {
        return Stream.of(
                arguments(Reply.silence(), "did not respond in time: no whole answer within 300 ms; 4 attempts in "),
                arguments(
                        Reply.documentedExample().truncatedAfter(40),
                        "could not be reached: the connection broke before the answer was whole; 4 attempts in "));
    }

    @ParameterizedTest
    @MethodSource("lastingFaults")
    @Execution(ExecutionMode.CONCURRENT)
    void givesUpAfterFourAttempts(Reply fault, String message) throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(fault);

        RunResult result = command().run("status", REFERENCE, "--request-timeout", "300ms");

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.err())
                .contains("; retrying in ", "why: Partner Center " + message, "\ntry: ", "\nrequest id: ");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void givesUpAfterFourRefusedConnections() throws Exception {
        partnerCenter.close();

        RunResult result = command().run("status", REFERENCE);

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.err())
                .contains("why: Partner Center could not be reached: the host refused the connection; 4 attempts in ")
                .contains("\ntry: check the network, a proxy, and --base-url");
    }

    @Test
    void longThrottlingIsReportedAtOnceWithItsEnd() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Reply.status(429).retryAfter(Duration.ofHours(1)));

        RunResult result = command().run("status", REFERENCE);

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.out()).containsPattern("\n  throttled by Partner Center until [^\n]*\\d\\d:\\d\\d:\\d\\d");
        assertThat(result.err())
                .containsPattern("\nwhy: throttled by Partner Center until [^\n]*\\d\\d:\\d\\d:\\d\\d[^\n]*HTTP 429")
                .contains("\ntry: retry after that time, and more slowly");
        assertThat(partnerCenter.requests()).hasSize(1);
    }

    static Stream<Arguments> invalidResponses() {
        return Stream.of(
                arguments(Reply.html(200, "<html>Please sign in to the network.</html>"), "the body can't be trusted"),
                arguments(Reply.documentedExample().gzipped(), "the body can't be trusted"),
                arguments(Reply.empty(302).withHeader("Location", "https://example.com/"), "a redirect (HTTP 302)"),
                arguments(
                        Reply.describing(Batches.finished(Batches.anotherBatch().tracking())),
                        "it is about another batch than the one requested"));
    }

    @ParameterizedTest
    @MethodSource("invalidResponses")
    void rejectsAnInvalidResponse(Reply response, String message) throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(response);

        RunResult result = command().run("status", REFERENCE);

        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.err())
                .contains("error: unreadable: " + REFERENCE + "\nwhy: " + message, "\ntry: check --base-url");
        assertThat(partnerCenter.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"VALID, the server's certificate comes from an issuer that is not trusted here"})
    void rejectsAnUntrustedServer(Tls tls, String message) throws Exception {
        try (FakePartnerCenter stranger = FakePartnerCenter.start(tls)) {
            stranger.script(Batches.REFERENCE).then(Batches.finished());

            RunResult result = new PackagedCommand(folder).asking(stranger).run("status", REFERENCE);

            assertThat(result.exitCode()).isEqualTo(6);
            assertThat(result.err())
                    .contains("why: the connection is not trusted: " + message + "\ntry: check --base-url")
                    .contains("if a proxy inspects TLS, give its certificate with --ca-file FILE");
            assertThat(stranger.requests()).isEmpty();
        }
    }

    @Test
    void sendsAsManyRequestsAsItReports() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Reply.reset());

        RunResult result = command().run("status", REFERENCE);

        assertThat(result.err()).contains("4 attempts in ");
        assertThat(partnerCenter.requestCount()).isEqualTo(4);
    }

    private PackagedCommand command() {
        return new PackagedCommand(folder).asking(partnerCenter);
    }

    private static JsonObject trace(RunResult result) {
        return Json.createReader(new StringReader(result.out()))
                .readObject()
                .getJsonArray("results")
                .getJsonObject(0)
                .getJsonObject("trace");
    }
}
