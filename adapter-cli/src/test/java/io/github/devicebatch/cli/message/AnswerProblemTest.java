package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.support.AttemptTraces;
import io.github.devicebatch.cli.support.ReportOutput;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerProblemTest {

    @Test
    void aDescriptionOfTheBatchIsNoProblem() {
        assertThat(new AnswerProblem(Batches.REFERENCE, ReportOutput.WORDS, SignInFlow.GIVEN_TOKEN)
                        .of(Answers.found(Batches.queued())))
                .isEmpty();
    }

    @Test
    void hasTheMeaningTheRemedyAndTheRequestIdOfAFault() {
        var trace = new Trace(
                1,
                Duration.ofMillis(80),
                OptionalInt.of(403),
                Optional.of(new UUID(0, 1)),
                Optional.of(new UUID(0, 2)),
                new ServerIds(Optional.of("server-side"), Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(lines(new Refused(RefusalReason.FORBIDDEN, Fault.of("20002", "No relation."), trace)))
                .containsExactly(
                        "error: refused: " + Batches.REFERENCE,
                        "why: the partner has no relation with the customer " + Batches.CUSTOMER
                                + "; it says: 20002: No relation. (HTTP 403)",
                        "try: check the customer id, and that the customer has accepted the partner's relationship request",
                        "request id: server-side");
    }

    @Test
    void hasTheTimeOfTheNextRequest() {
        assertThat(lines(Answers.throttled(Duration.ofSeconds(57))))
                .containsSequence(
                        "why: throttled by Partner Center until 10:00:57: scripted by a test",
                        "try: retry after that time, and more slowly, for example with --rate 1/s");
    }

    @Test
    void omitsATimeThatHasPassed() {
        assertThat(lines(Answers.throttled(Duration.ZERO)))
                .containsSequence(
                        "why: throttled by Partner Center: scripted by a test",
                        "try: retry in a minute, and more slowly, for example with --rate 1/s");
    }

    @Test
    void listsTheResultsOfSeveralAttempts() {
        Trace trace = AttemptTraces.after(
                UnavailabilityCause.FAILING, UnavailabilityCause.TIMED_OUT, UnavailabilityCause.UNREACHABLE);

        assertThat(lines(Answers.unavailable(UnavailabilityCause.FAILING).withTrace(trace)))
                .contains("why: Partner Center is failing: scripted by a test"
                        + "; 4 attempts in 8.1s: failing, timed out, unreachable, failing (HTTP 404)");
        assertThat(lines(Answers.notFound().withTrace(trace)))
                .contains(
                        "why: Partner Center does not know the tracking id; it says: 1000: The batch tracking id was not found"
                                + "; 4 attempts in 8.1s: failing, timed out, unreachable, not found (HTTP 404)");
    }

    @ParameterizedTest
    @EnumSource
    void everyFailureHasARemedy(UnavailabilityCause cause) {
        assertThat(lines(Answers.unavailable(cause))).anyMatch(line -> line.matches("try: .{10,}"));
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHENTICATED, why: Partner Center rejected the access token",
        "FORBIDDEN, why: Partner Center does not allow the request",
        "REJECTED, why: Partner Center rejects the request",
    })
    void anUnexplainedRefusalHasARemedy(RefusalReason reason, String why) {
        assertThat(lines(Answers.refused(reason))).contains(why).anyMatch(line -> line.matches("try: .{10,}"));
    }

    @Test
    void countsTokenRequestsIfNoOtherRequestWasSent() {
        Trace trace = AttemptTraces.after(UnavailabilityCause.FAILING, UnavailabilityCause.UNREACHABLE);
        var nothingSent = new Trace(
                0,
                trace.elapsed(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                ServerIds.NONE,
                trace.earlierCauses());
        var answer = new BatchStatusAnswer.Unavailable(
                UnavailabilityCause.UNTRUSTED,
                Party.IDENTITY_PLATFORM,
                "its certificate has expired",
                Optional.empty(),
                nothingSent);

        assertThat(lines(answer))
                .containsSequence(
                        "why: the connection to the identity platform is not trusted: its certificate has expired"
                                + "; 3 attempts in 8.1s: failing, unreachable, not trusted",
                        "try: check --authority and this machine's clock; if a proxy inspects TLS, give its"
                                + " certificate with --ca-file FILE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNREACHABLE | PARTNER_CENTER    | check the network, a proxy, and --base-url; then retry
            UNREACHABLE | IDENTITY_PLATFORM | check the network, a proxy, and --authority; then retry
            UNREACHABLE | PROXY             | check the network, and host and port of the proxy; then retry
            TIMED_OUT   | PARTNER_CENTER    | retry, or allow more time for each attempt with --request-timeout
            TIMED_OUT   | CLIENT            | retry in a minute
            THROTTLED   | PARTNER_CENTER    | retry in a minute, and more slowly, for example with --rate 1/s
            THROTTLED   | IDENTITY_PLATFORM | retry in a minute
            FAILING     | PARTNER_CENTER    | retry in a few minutes; if it persists, give vendor support the request id
            FAILING     | PROXY             | retry in a few minutes; if it persists, ask the administrator of the proxy
            """)
    void theRemedyDependsOnTheParty(UnavailabilityCause cause, Party party, String remedy) {
        var answer = new BatchStatusAnswer.Unavailable(cause, party, "a test", Optional.empty(), Trace.NOTHING_SENT);

        assertThat(lines(answer)).contains("try: " + remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CLIENT         | 1 | a lower --concurrency, or more memory: JAVA_TOOL_OPTIONS=-Xmx1g
            CLIENT         | 0 | retry in a few minutes
            PARTNER_CENTER | 1 | retry in a few minutes
            """)
    void aDeadlineForLackOfMemoryHasItsOwnRemedy(Party party, int attempts, String remedy) {
        Trace trace = new Trace(
                attempts, Duration.ZERO, OptionalInt.empty(), Optional.empty(), Optional.empty(), ServerIds.NONE);
        var answer = new BatchStatusAnswer.Unavailable(
                UnavailabilityCause.DEADLINE, party, "a test", Optional.empty(), trace);

        assertThat(lines(answer)).contains("try: " + remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CLIENT         | more memory: JAVA_TOOL_OPTIONS=-Xmx1g
            PARTNER_CENTER | check --base-url
            """)
    void theRemedyForAnUnreadableAnswerDependsOnTheParty(Party party, String remedy) {
        assertThat(lines(new BatchStatusAnswer.Unreadable("a test", party, Trace.NOTHING_SENT)))
                .containsExactly("error: unreadable: " + Batches.REFERENCE, "why: a test", "try: " + remedy);
    }

    private static List<String> lines(BatchStatusAnswer answer) {
        return new AnswerProblem(Batches.REFERENCE, ReportOutput.WORDS, SignInFlow.GIVEN_TOKEN)
                .of(answer)
                .orElseThrow()
                .lines(TextStyle.PLAIN);
    }
}
