package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.Tls;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged command against a server that fails, resets, stalls, throttles and lies. */
class FaultIT {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        partnerCenter.close();
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
    void asksAgainAfterAFaultThatPasses(Reply fault, String timeout, String cause) throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(fault).then(Batches.finished());

        Ran ran = command().run("status", REFERENCE, "-v", "-o", "json", "--request-timeout", timeout);

        assertThat(ran.exitCode()).isZero();
        assertThat(trace(ran).getInt("attempts")).isEqualTo(2);
        assertThat(trace(ran).getJsonArray("earlierCauses").getValuesAs(JsonString::getString))
                .containsExactly(cause);
        assertThat(ran.err())
                .startsWith("attempt 1 of " + REFERENCE + ": ")
                .contains("; next in ", "\nattempt 2 of " + REFERENCE + ": HTTP 200\nasked ");
    }

    static Stream<Arguments> lastingFaults() {
        return Stream.of(
                arguments(Reply.silence(), "was too slow: no whole answer within 300 ms; 4 attempts in "),
                arguments(
                        Reply.documentedExample().truncatedAfter(40),
                        "could not be reached: the connection broke before the answer was whole; 4 attempts in "));
    }

    @ParameterizedTest
    @MethodSource("lastingFaults")
    @Execution(ExecutionMode.CONCURRENT)
    void givesUpAfterFourAttempts(Reply fault, String words) throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(fault);

        Ran ran = command().run("status", REFERENCE, "--request-timeout", "300ms");

        assertThat(ran.exitCode()).isEqualTo(6);
        assertThat(ran.err())
                .contains("; asking again in ", "why: Partner Center " + words, "\ntry: ", "\nrequest id: ");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void givesUpAfterFourAttemptsWhereNobodyListens() throws Exception {
        partnerCenter.close();

        Ran ran = command().run("status", REFERENCE);

        assertThat(ran.exitCode()).isEqualTo(6);
        assertThat(ran.err())
                .contains("why: Partner Center could not be reached: the host refused the connection; 4 attempts in ")
                .contains("\ntry: check the network, a proxy, and --base-url");
    }

    @Test
    void throttledForLongerThanThereIsTimeSaysAtOnceWhenToComeBack() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Reply.status(429).retryAfter(Duration.ofHours(1)));

        Ran ran = command().run("status", REFERENCE);

        assertThat(ran.exitCode()).isEqualTo(6);
        assertThat(ran.out()).containsPattern("\n  throttled by Partner Center until [^\n]*\\d\\d:\\d\\d:\\d\\d");
        assertThat(ran.err())
                .containsPattern("\nwhy: throttled by Partner Center until [^\n]*\\d\\d:\\d\\d:\\d\\d[^\n]*HTTP 429")
                .contains("\ntry: ask again after that, and slower");
        assertThat(partnerCenter.requests()).hasSize(1);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                arguments(Reply.html(200, "<html>Please sign in to the network.</html>"), "the body can't be trusted"),
                arguments(Reply.documentedExample().gzipped(), "the body can't be trusted"),
                arguments(Reply.empty(302).withHeader("Location", "https://example.com/"), "a redirect (HTTP 302)"),
                arguments(
                        Reply.describing(Batches.finished(Batches.anotherBatch().tracking())),
                        "it is about another batch than the one asked about"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void believesNoLie(Reply lie, String words) throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(lie);

        Ran ran = command().run("status", REFERENCE);

        assertThat(ran.exitCode()).isEqualTo(7);
        assertThat(ran.err())
                .contains("error: unreadable: " + REFERENCE + "\nwhy: " + words, "\ntry: check --base-url");
        assertThat(partnerCenter.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"VALID, the server's certificate comes from an issuer that is not trusted here"})
    void trustsNobodyWhomItsJavaDoesNotTrust(Tls tls, String words) throws Exception {
        try (FakePartnerCenter stranger = FakePartnerCenter.start(tls)) {
            stranger.script(Batches.REFERENCE).then(Batches.finished());

            Ran ran = new PackagedCommand(folder).asking(stranger).run("status", REFERENCE);

            assertThat(ran.exitCode()).isEqualTo(6);
            assertThat(ran.err())
                    .contains("why: the connection is not to be trusted: " + words + "\ntry: check --base-url")
                    .contains("Java's trust store");
            assertThat(stranger.requests()).isEmpty();
        }
    }

    private PackagedCommand command() {
        return new PackagedCommand(folder).asking(partnerCenter);
    }

    private static JsonObject trace(Ran ran) {
        return Json.createReader(new StringReader(ran.out()))
                .readObject()
                .getJsonArray("results")
                .getJsonObject(0)
                .getJsonObject("trace");
    }
}
