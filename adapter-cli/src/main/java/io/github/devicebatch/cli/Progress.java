package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AttemptListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells of attempts as they happen, and of what takes long, so that nobody stares at nothing. Used by the one thread that
 * asks.
 */
final class Progress implements AttemptListener, Pause {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Messages messages;
    private final UnavailableInWords words;
    private final Pause pause;
    private Instant throttledUntil = Instant.MIN;
    private boolean announced;

    /** Lets time pass through {@code pause}. */
    Progress(Messages messages, UnavailableInWords words, Pause pause) {
        this.messages = messages;
        this.words = words;
        this.pause = pause;
    }

    @Override
    public void attempted(BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> untilNext) {
        messages.question(AttemptInWords.of(batch, attempt, answer, untilNext));
        announced = untilNext.isPresent();
        if (answer instanceof Unavailable unavailable) {
            remember(unavailable);
            untilNext
                    .filter(next -> isLong(unavailable.trace().elapsed().plus(next)))
                    .ifPresent(next -> messages.delay(words.brief(unavailable) + whatNow(unavailable, next)));
        }
    }

    private void remember(Unavailable unavailable) {
        if (unavailable.cause() == UnavailabilityCause.THROTTLED) {
            unavailable.retryAfter().ifPresent(told -> throttledUntil = now().plus(told));
        }
    }

    private static String whatNow(Unavailable unavailable, Duration next) {
        return unavailable.retryAfter().filter(Duration::isPositive).isPresent()
                ? "; waiting"
                : "; asking again in " + Durations.words(next);
    }

    /** Pauses, and tells of a long pause that no attempt has announced: that of a question waiting for its turn. */
    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (!announced && isLong(duration)) {
            messages.turn(reason(duration));
        }
        announced = false;
        pause.pause(duration);
    }

    private String reason(Duration duration) {
        return throttledUntil.isAfter(now())
                ? words.throttledFor(duration) + "; waiting"
                : "waiting " + Durations.words(duration) + " for a turn, as --rate has it";
    }

    private Instant now() {
        return words.clock().time().instant();
    }

    private static boolean isLong(Duration duration) {
        return duration.compareTo(PATIENCE) > 0;
    }
}
