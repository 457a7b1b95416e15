package io.github.devicebatch.cli;

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

    private boolean isNews(ServiceTrouble.Now now) {
        boolean another = told.map(earlier -> earlier.cause() != now.cause()).orElse(true);
        boolean longAgo = !moment().isBefore(toldAt.plus(SELDOM));
        return another && (told.isPresent() || longAgo)
                || longAgo
                        && told.filter(earlier -> !earlier.words().equals(now.words()))
                                .isPresent();
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
