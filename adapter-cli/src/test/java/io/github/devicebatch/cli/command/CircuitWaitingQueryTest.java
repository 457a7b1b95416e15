package io.github.devicebatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CircuitWaitingQueryTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final BatchStatusAnswer FOUND = Answers.found(Batches.finished());

    private final ManualTime time = ManualTime.start();
    private int asked;

    @Test
    void asksAgainWhenTheCircuitMayBeClosed() throws InterruptedException {
        BatchStatusQuery query = waiting(batch -> asked++ < 2 ? open(Duration.ofSeconds(30)) : FOUND);

        assertThat(query.ask(Batches.REFERENCE)).isEqualTo(FOUND);
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    @Test
    void doesNotAskWithoutAPauseWhileAProbeIsInFlight() throws InterruptedException {
        BatchStatusQuery query = waiting(batch -> asked++ < 3 ? open(Duration.ZERO) : FOUND);

        assertThat(query.ask(Batches.REFERENCE)).isEqualTo(FOUND);
        assertThat(time.pauses()).hasSize(3).containsOnly(Duration.ofMillis(250));
    }

    @Test
    void returnsTheAnswerIfTheNextRequestWouldComeAfterTheLimit() throws InterruptedException {
        BatchStatusAnswer open = open(Duration.ofSeconds(50));

        assertThat(waiting(batch -> open).ask(Batches.REFERENCE)).isEqualTo(open);
        assertThat(time.pauses()).hasSize(2);
    }

    @Test
    void aLongOutageCostsTheTimeOnce() throws InterruptedException {
        BatchStatusQuery query = waiting(batch -> open(Duration.ofSeconds(50)));

        query.ask(Batches.numbered(1));
        query.ask(Batches.numbered(2));
        query.ask(Batches.numbered(3));

        assertThat(time.pauses()).hasSize(2);
    }

    @Test
    void waitsAgainInTheNextOutage() throws InterruptedException {
        BatchStatusQuery query = waiting(batch -> asked++ == 3 ? FOUND : open(Duration.ofSeconds(50)));

        query.ask(Batches.numbered(1)); // in vain, after two pauses
        query.ask(Batches.numbered(2)); // found: the outage is over
        query.ask(Batches.numbered(3)); // in vain, after two pauses

        assertThat(time.pauses()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CIRCUIT_OPEN")
    void aFailureAfterAllAttemptsIsFinal(UnavailabilityCause cause) throws InterruptedException {
        BatchStatusAnswer failure = unavailable(cause, Party.PARTNER_CENTER, 4);

        assertThat(waiting(batch -> failure).ask(Batches.REFERENCE)).isEqualTo(failure);
        assertThat(time.pauses()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMED_OUT", "FAILING"})
    void asksAgainAfterAFailureWithFewerAttemptsThanAllowed(UnavailabilityCause cause) throws InterruptedException {
        BatchStatusQuery query = waiting(batch -> asked++ == 0 ? unavailable(cause, Party.PARTNER_CENTER, 2) : FOUND);

        assertThat(query.ask(Batches.REFERENCE)).isEqualTo(FOUND);
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PARTNER_CENTER")
    void aFailureOfAnotherPartyIsFinal(Party party) throws InterruptedException {
        BatchStatusAnswer failure = unavailable(UnavailabilityCause.FAILING, party, 1);

        assertThat(waiting(batch -> failure).ask(Batches.REFERENCE)).isEqualTo(failure);
        assertThat(time.pauses()).isEmpty();
    }

    /** The command reports other answers meanwhile, so the memory becomes free however long that takes. */
    @Test
    void asksAgainUntilThereIsMemoryForTheAnswer() throws InterruptedException {
        BatchStatusQuery query = waiting(batch -> {
            time.advance(LIMIT);
            return asked++ < 3 ? unavailable(UnavailabilityCause.DEADLINE, Party.CLIENT, 1) : FOUND;
        });

        assertThat(query.ask(Batches.REFERENCE)).isEqualTo(FOUND);
        assertThat(asked).isEqualTo(4);
        assertThat(time.pauses()).isEmpty();
    }

    /** Nothing was sent: the command waited for a connection or the rate limit. */
    @Test
    void anotherDeadlineOfThisProgramIsFinal() throws InterruptedException {
        BatchStatusAnswer failure = unavailable(UnavailabilityCause.DEADLINE, Party.CLIENT, 0);

        assertThat(waiting(batch -> failure).ask(Batches.REFERENCE)).isEqualTo(failure);
    }

    @Test
    void anInterruptEndsTheWait() {
        BatchStatusQuery query = new CircuitWaitingQuery(
                batch -> open(Duration.ofSeconds(1)),
                time,
                duration -> {
                    throw new InterruptedException("a signal");
                },
                LIMIT);

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> query.ask(Batches.REFERENCE));
    }

    private BatchStatusQuery waiting(BatchStatusQuery query) {
        return new CircuitWaitingQuery(query, time, time, LIMIT);
    }

    private static Unavailable unavailable(UnavailabilityCause cause, Party party, int attempts) {
        Trace trace = new Trace(
                attempts, Duration.ZERO, OptionalInt.empty(), Optional.empty(), Optional.empty(), ServerIds.NONE);
        return new Unavailable(cause, party, "a test", Optional.empty(), trace);
    }

    private static Unavailable open(Duration retryAfter) {
        return new Unavailable(
                UnavailabilityCause.CIRCUIT_OPEN, "nothing was sent", Optional.of(retryAfter), Trace.NOTHING_SENT);
    }
}
