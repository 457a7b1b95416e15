package io.github.devicebatch.cli;

import io.github.devicebatch.application.UnavailabilityCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells that the service stopped answering, and that it answers again: once, however many questions run into it, and no
 * more often than once a minute where it comes and goes.
 */
final class TroubleNews {

    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final ServiceTrouble trouble;
    private final ProgressInWords words;
    private Optional<ServiceTrouble.Now> told = Optional.empty();
    private Instant toldAt = Instant.MIN;

    TroubleNews(ServiceTrouble trouble, ProgressInWords words) {
        this.trouble = trouble;
        this.words = words;
    }

    /** Gives what is new since the last time, if anything is. */
    Optional<String> next() {
        Optional<ServiceTrouble.Now> now = trouble.now();
        if (now.isEmpty()) {
            Optional<String> news =
                    told.map(passed -> "Partner Center answers again, after " + words.since(passed.since()));
            told = Optional.empty();
            return news;
        }
        return now.filter(this::isNews).map(this::tell);
    }

    /** One trouble is as good as another, but until when it is throttled a person wants to know. */
    private boolean isNews(ServiceTrouble.Now now) {
        boolean longAgo = !moment().isBefore(toldAt.plus(SELDOM));
        return told.map(earlier -> now.cause() == UnavailabilityCause.THROTTLED
                        && (earlier.cause() != UnavailabilityCause.THROTTLED || longAgo)
                        && !earlier.words().equals(now.words()))
                .orElse(longAgo);
    }

    private String tell(ServiceTrouble.Now now) {
        told = Optional.of(now);
        toldAt = moment();
        return now.words() + "; waiting goes on";
    }

    private Instant moment() {
        return words.clock().time().instant();
    }
}
