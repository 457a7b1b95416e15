package io.github.devicebatch.http.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A row of the fault table.
 *
 * @param name the fault of every attempt
 * @param server the server with the fault
 * @param reply the reply in which the fault consists, if it consists in one
 * @param answer the expected {@link #summary} of the answer
 * @param attempts the expected number of attempts
 */
public record FaultRow(String name, Supplier<TestServer> server, Optional<Reply> reply, String answer, int attempts) {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Creates a row whose fault is not a reply. */
    FaultRow(String name, Supplier<TestServer> server, String answer, int attempts) {
        this(name, server, Optional.empty(), answer, attempts);
    }

    /** Returns a row with a fake that sends the same reply to every attempt. */
    static FaultRow replying(String name, Reply reply, String answer, int attempts) {
        return new FaultRow(
                name,
                () -> TestServer.of(FakePartnerCenter.start()).replying(reply),
                Optional.of(reply),
                answer,
                attempts);
    }

    /** Returns whether there was no complete response, so that no connection may stay open. */
    public boolean isBroken() {
        return answer.startsWith("UN") || isLate();
    }

    public boolean isLate() {
        return answer.startsWith("TIMED_OUT");
    }

    /**
     * Returns the attempt timeout: short only where it is the fault, so that the test does not depend on the
     * machine's speed.
     */
    public Duration timeout() {
        return isLate() ? SHORT : LONG;
    }

    /** Returns a summary of an answer in one line; {@code Found} for the documented example. */
    public static String summary(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found when found.status().equals(Batches.documentedExample()) -> "Found";
            case Unavailable unavailable -> unavailable.cause() + ": " + of(unavailable.party()) + unavailable.detail();
            case Unreadable unreadable -> "Unreadable: " + unreadable.why();
            default -> answer.toString();
        };
    }

    /** Returns the party and a colon; empty for Partner Center. */
    static String of(Party party) {
        return party == Party.PARTNER_CENTER ? "" : party + ": ";
    }

    @Override
    public String toString() {
        return name;
    }
}
