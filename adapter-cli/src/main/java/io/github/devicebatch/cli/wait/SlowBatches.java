package io.github.devicebatch.cli.wait;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.message.DurationText;
import io.github.devicebatch.cli.output.BatchText;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notes about batches that take longer than normal: each batch is named or counted once, and there is at most one note a minute. A
 * batch is slow if it was processed for more than a minute and for more than twice the median of the batches that ended in this
 * wait, or if it is still open after the ten minutes of the vendor's documented example. Not thread-safe.
 */
final class SlowBatches {

    private static final Duration DOCUMENTED = Duration.ofMinutes(10);
    private static final Duration MIN_SLOW = Duration.ofMinutes(1);
    private static final Duration NOTE_INTERVAL = Duration.ofMinutes(1);

    private final Instant begun;
    private final Map<BatchReference, Instant> processedSince = new HashMap<>();
    private final List<Duration> durations = new ArrayList<>();
    private final Set<BatchReference> noted = new HashSet<>();
    private Instant checkedAt;

    SlowBatches(Instant begun) {
        this.begun = begun;
        this.checkedAt = begun;
    }

    /** Records since when a batch is processed. */
    void on(WatchEvent event) {
        if (event instanceof WatchEvent.Answered answered
                && answered.answer() instanceof Found found
                && found.status().state() == BatchState.Listed.PROCESSING) {
            processedSince.putIfAbsent(answered.batch(), answered.when());
        }
    }

    /** Records how long a batch took that ended in this wait, by the service's times, else as observed. */
    void ended(WaitResult result, Instant now) {
        Optional<Instant> since = Optional.ofNullable(processedSince.remove(result.batch()));
        if (result.ending() == WaitResult.Ending.COMPLETED && result.requests() > 1) {
            result.snapshot()
                    .answer()
                    .filter(Found.class::isInstance)
                    .map(answer -> ((Found) answer).status())
                    .flatMap(BatchStatus::duration)
                    .or(() -> since.map(begin -> Duration.between(begin, now)))
                    .ifPresent(durations::add);
        }
    }

    /** Returns a note about the open batches that have become slow since the last one; empty if there is none, or it is too early. */
    Optional<String> note(Map<BatchReference, WaitState.OpenBatch> open, Instant now) {
        if (now.isBefore(checkedAt.plus(NOTE_INTERVAL))) {
            return Optional.empty();
        }
        checkedAt = now;
        boolean all = isLonger(begun, now, DOCUMENTED);
        Optional<Duration> median = median();
        List<BatchReference> slow = open.keySet().stream()
                .filter(batch -> !noted.contains(batch))
                .filter(batch ->
                        all || median.filter(usual -> isSlow(batch, usual, now)).isPresent())
                .toList();
        noted.addAll(slow);
        return slow.isEmpty() ? Optional.empty() : Optional.of(text(slow, open, median.filter(usual -> !all)));
    }

    private boolean isSlow(BatchReference batch, Duration usual, Instant now) {
        Duration limit = usual.multipliedBy(2);
        return Optional.ofNullable(processedSince.get(batch))
                .filter(since -> isLonger(since, now, limit.compareTo(MIN_SLOW) < 0 ? MIN_SLOW : limit))
                .isPresent();
    }

    private static boolean isLonger(Instant since, Instant now, Duration limit) {
        return Duration.between(since, now).compareTo(limit) > 0;
    }

    private Optional<Duration> median() {
        if (durations.isEmpty()) {
            return Optional.empty();
        }
        Collections.sort(durations);
        return Optional.of(durations.get((durations.size() - 1) / 2));
    }

    private static String text(
            List<BatchReference> slow, Map<BatchReference, WaitState.OpenBatch> open, Optional<Duration> median) {
        String usual = median.map(
                        duration -> "twice the " + DurationText.format(duration) + " that the others took (median)")
                .orElse("the documented 10 minutes");
        return subject(slow, open) + " longer than " + usual
                + ". That can be normal for a large batch or a busy service, and waiting does no harm. Do not upload the devices again"
                + " meanwhile. If nothing changes for hours, give the ids of devicebatch status -o json to vendor support";
    }

    private static String subject(List<BatchReference> slow, Map<BatchReference, WaitState.OpenBatch> open) {
        BatchReference first = slow.getFirst();
        if (slow.size() > 1) {
            return slow.size() + " batches, such as " + first + ", take";
        }
        String state = Optional.ofNullable(open.get(first))
                .flatMap(batch -> batch.last().progress())
                .map(BatchProgress::state)
                .map(known -> " (" + BatchText.state(known) + ")")
                .orElse("");
        return first + state + " takes";
    }
}
