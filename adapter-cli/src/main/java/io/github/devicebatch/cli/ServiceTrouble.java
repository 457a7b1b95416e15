package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What keeps the service from answering, if anything does: one trouble at a time, however many questions run into it. A
 * hiccup that nobody would notice is none.
 */
final class ServiceTrouble {

    private static final Duration HICCUP = Duration.ofSeconds(2);

    private final UnavailableInWords words;
    private Optional<Now> now = Optional.empty();
    private Instant until = Instant.MIN;

    /**
     * A trouble that lasts.
     *
     * @param cause what it is
     * @param since when it began, with whatever cause
     * @param words what it is, for a person
     */
    record Now(UnavailabilityCause cause, Instant since, String words) {}

    ServiceTrouble(UnavailableInWords words) {
        this.words = words;
    }

    /**
     * Takes note of an attempt.
     *
     * @param untilNext how long until the next attempt of the same question; empty if this was the last
     */
    void attempted(BatchStatusAnswer answer, Optional<Duration> untilNext) {
        Instant moment = words.clock().time().instant();
        if (!(answer instanceof Unavailable unavailable)) {
            // what was on its way when the service asked to be left alone says nothing
            now = moment.isBefore(until) ? now : Optional.empty();
        } else if (isNoticed(unavailable, untilNext)) {
            Instant since = now.map(Now::since).orElse(moment);
            now = Optional.of(new Now(unavailable.cause(), since, words.brief(unavailable)));
            Instant told = moment.plus(unavailable.retryAfter().orElse(Duration.ZERO));
            until = told.isAfter(until) ? told : until;
        }
    }

    private static boolean isNoticed(Unavailable unavailable, Optional<Duration> untilNext) {
        return untilNext
                .map(pause -> unavailable.trace().elapsed().plus(pause))
                .map(lost -> lost.compareTo(HICCUP) > 0)
                .orElse(true);
    }

    /** Gives the trouble, if it has not passed. */
    Optional<Now> now() {
        return now;
    }
}
