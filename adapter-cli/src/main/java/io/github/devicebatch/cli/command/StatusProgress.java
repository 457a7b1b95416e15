package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.message.AttemptText;
import io.github.devicebatch.cli.message.DurationText;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.ReportedThrottling;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AttemptListener;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells of attempts as they happen, and of what takes long, so that nobody stares at nothing. Of what holds up all questions
 * alike it tells once. Safe for use by several threads.
 */
final class StatusProgress implements AttemptListener, Pause {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Messages messages;
    private final UnavailableText words;
    private final Pause pause;
    private final Set<Thread> announced = new HashSet<>();
    private Instant throttledUntil = Instant.MIN;
    private final ReportedThrottling reported = new ReportedThrottling();
    private boolean toldOfTurns;

    /** Lets time pass through {@code pause}. */
    StatusProgress(Messages messages, UnavailableText words, Pause pause) {
        this.messages = messages;
        this.words = words;
        this.pause = pause;
    }

    @Override
    public synchronized void attempted(
            BatchReference batch, int attempt, BatchStatusAnswer answer, Optional<Duration> untilNext) {
        messages.trace(AttemptText.attempt(batch, attempt, answer, untilNext));
        untilNext.ifPresent(next -> announced.add(Thread.currentThread()));
        if (answer instanceof Unavailable unavailable) {
            Optional<Instant> held = throttledUntil(unavailable);
            held.ifPresent(until -> throttledUntil = until);
            untilNext
                    .filter(next -> isLong(unavailable.trace().elapsed().plus(next)))
                    .filter(next -> held.filter(reported::covers).isEmpty())
                    .ifPresent(next -> messages.retry(words.brief(unavailable) + whatNow(unavailable, next)));
            untilNext.flatMap(next -> held).ifPresent(reported::reported);
        }
    }

    private Optional<Instant> throttledUntil(Unavailable unavailable) {
        return unavailable
                .retryAfter()
                .filter(told -> unavailable.cause() == UnavailabilityCause.THROTTLED)
                .map(now()::plus);
    }

    private static String whatNow(Unavailable unavailable, Duration next) {
        return unavailable.retryAfter().filter(Duration::isPositive).isPresent()
                ? "; waiting"
                : "; asking again in " + DurationText.format(next);
    }

    /** Pauses, and tells of a long pause that no attempt has announced: that of a question waiting for its turn. */
    @Override
    public void pause(Duration duration) throws InterruptedException {
        tellOfTurn(duration);
        pause.pause(duration);
    }

    private synchronized void tellOfTurn(Duration duration) {
        if (announced.remove(Thread.currentThread()) || !isLong(duration)) {
            return;
        }
        if (throttledUntil.isAfter(now())) {
            if (!reported.covers(throttledUntil)) {
                reported.reported(throttledUntil);
                messages.delay(words.throttledFor(duration) + "; waiting");
            }
        } else if (!toldOfTurns) {
            toldOfTurns = true;
            messages.delay("waiting " + DurationText.format(duration) + " for a turn, as --rate has it");
        }
    }

    private Instant now() {
        return words.clock().time().instant();
    }

    private static boolean isLong(Duration duration) {
        return duration.compareTo(PATIENCE) > 0;
    }
}
