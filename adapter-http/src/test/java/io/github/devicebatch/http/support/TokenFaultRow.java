package io.github.devicebatch.http.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A row of the token endpoint's fault table.
 *
 * @param name the fault of every token request
 * @param server the server with the fault
 * @param answer the expected {@link #summary} of the answer
 * @param requests the expected number of token requests
 */
public record TokenFaultRow(String name, Supplier<TestServer> server, String answer, int requests) {

    private static final int MAX_REQUESTS = 10;
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Returns a row with an identity platform that sends the same reply to every request. */
    static TokenFaultRow replying(String name, Reply reply, String answer, int requests) {
        return new TokenFaultRow(name, () -> replying(reply), answer, requests);
    }

    private static TestServer replying(Reply reply) {
        FakePartnerCenter fake = FakePartnerCenter.start();
        fake.tokens().replies(Stream.generate(() -> reply).limit(MAX_REQUESTS).toArray(Reply[]::new));
        return TestServer.of(fake);
    }

    /** Returns a summary of an answer in one line. */
    public static String summary(BatchStatusAnswer answer) {
        return answer instanceof Refused refused
                ? "Refused " + refused.reason() + ": " + FaultRow.of(refused.party()) + refused.fault()
                : FaultRow.summary(answer);
    }

    /**
     * Returns the exchange timeout: short only where it is the fault, so that the test does not depend on the
     * machine's speed.
     */
    public Duration timeout() {
        return answer.startsWith("TIMED_OUT") ? SHORT : LONG;
    }

    @Override
    public String toString() {
        return name;
    }
}
