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
 * @param name what happens to every request for a token
 * @param site where it happens
 * @param answer what the question comes to, in the words of {@link #inWords}
 * @param requests how often a token is asked for until then
 */
public record TokenFaultRow(String name, Supplier<TestServer> site, String answer, int requests) {

    private static final int MORE_THAN_ANY_ASKS_FOR = 10;
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    /** An identity platform that replies the same to every request. */
    static TokenFaultRow replying(String name, Reply reply, String answer, int requests) {
        return new TokenFaultRow(name, () -> replying(reply), answer, requests);
    }

    private static TestServer replying(Reply reply) {
        FakePartnerCenter fake = FakePartnerCenter.start();
        fake.tokens()
                .replies(Stream.generate(() -> reply)
                        .limit(MORE_THAN_ANY_ASKS_FOR)
                        .toArray(Reply[]::new));
        return TestServer.of(fake);
    }

    /** Says in one line what an answer is. */
    public static String inWords(BatchStatusAnswer answer) {
        return answer instanceof Refused refused
                ? "Refused " + refused.reason() + ": " + FaultRow.of(refused.party()) + refused.fault()
                : FaultRow.inWords(answer);
    }

    /** How long an exchange may take: short where that is the point, and else so long that a slow machine is no fault. */
    public Duration patience() {
        return answer.startsWith("TIMED_OUT") ? SHORT : LONG;
    }

    @Override
    public String toString() {
        return name;
    }
}
