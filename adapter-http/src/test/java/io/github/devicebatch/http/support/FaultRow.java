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
import java.util.function.Supplier;

/**
 * A row of the fault table.
 *
 * @param name what happens to every attempt
 * @param site where it happens
 * @param answer what the question comes to, in the words of {@link #inWords}
 * @param attempts how often it is asked until then
 */
public record FaultRow(String name, Supplier<TestServer> site, String answer, int attempts) {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    /** A fake that replies the same to every attempt. */
    static FaultRow replying(String name, Reply reply, String answer, int attempts) {
        return new FaultRow(name, () -> TestServer.of(FakePartnerCenter.start()).replying(reply), answer, attempts);
    }

    /** Tells whether no answer came of it, so that no connection may be left. */
    public boolean isBroken() {
        return answer.startsWith("UN") || isLate();
    }

    public boolean isLate() {
        return answer.startsWith("TIMED_OUT");
    }

    /** How long an attempt may take: short where that is the point, and else so long that a slow machine is no fault. */
    public Duration patience() {
        return isLate() ? SHORT : LONG;
    }

    /** Says in one line what an answer is; the documented example is just {@code Found}. */
    public static String inWords(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found when found.status().equals(Batches.documentedExample()) -> "Found";
            case Unavailable unavailable -> unavailable.cause() + ": " + of(unavailable.party()) + unavailable.detail();
            case Unreadable unreadable -> "Unreadable: " + unreadable.why();
            default -> answer.toString();
        };
    }

    /** Names the party unless it is Partner Center. */
    static String of(Party party) {
        return party == Party.PARTNER_CENTER ? "" : party + ": ";
    }

    @Override
    public String toString() {
        return name;
    }
}
