package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.message.UnavailableText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What keeps the service from answering, if anything does: one trouble at a time, however many questions run into it. A
 * hiccup that nobody would notice is none.
 */
final class OutageTracker {

    private static final Duration HICCUP = Duration.ofSeconds(2);

    private final UnavailableText words;
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

    OutageTracker(UnavailableText words) {
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

    /**
     * Tells that the service stopped answering, and that it answers again: once, however many questions run into it, and no
     * more often than once a minute where it comes and goes.
     */
    static final class TroubleNews {

        private static final Duration SELDOM = Duration.ofMinutes(1);

        private final OutageTracker trouble;
        private final WaitText words;
        private Optional<OutageTracker.Now> told = Optional.empty();
        private Instant toldAt = Instant.MIN;

        TroubleNews(OutageTracker trouble, WaitText words) {
            this.trouble = trouble;
            this.words = words;
        }

        /** Gives what is new since the last time, if anything is. */
        Optional<String> next() {
            Optional<OutageTracker.Now> now = trouble.now();
            if (now.isEmpty()) {
                Optional<String> news =
                        told.map(passed -> "Partner Center answers again, after " + words.since(passed.since()));
                told = Optional.empty();
                return news;
            }
            return now.filter(this::isNews).map(this::tell);
        }

        /** One trouble is as good as another, but until when it is throttled a person wants to know. */
        private boolean isNews(OutageTracker.Now now) {
            boolean longAgo = !moment().isBefore(toldAt.plus(SELDOM));
            return told.map(earlier -> now.cause() == UnavailabilityCause.THROTTLED
                            && (earlier.cause() != UnavailabilityCause.THROTTLED || longAgo)
                            && !earlier.words().equals(now.words()))
                    .orElse(longAgo);
        }

        private String tell(OutageTracker.Now now) {
            told = Optional.of(now);
            toldAt = moment();
            return now.words() + "; waiting goes on";
        }

        private Instant moment() {
            return words.clock().time().instant();
        }
    }
}
