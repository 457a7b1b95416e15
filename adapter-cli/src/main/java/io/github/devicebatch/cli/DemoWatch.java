package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.BatchWatch;
import io.github.devicebatch.application.PollingSchedule;
import io.github.devicebatch.application.WatchEnding;
import io.github.devicebatch.application.WatchEvent;
import io.github.devicebatch.application.WatchSettings;
import io.github.devicebatch.domain.BatchProgress;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.time.Instant;

/** Asks every two seconds and tells what has changed; ends with the table that {@code status} would show. */
record DemoWatch(BatchStatusQuery query, Output output, Surroundings surroundings) {

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final WatchSettings IN_FAST_MOTION =
            WatchSettings.DEFAULT.withSchedule(new PollingSchedule(INTERVAL, 1, INTERVAL, 0));

    void untilFinal(BatchReference batch) throws InterruptedException {
        Instant begun = surroundings.time().instant();
        BatchWatch watch = BatchWatch.of(query, surroundings.time(), surroundings.pause(), IN_FAST_MOTION);
        WatchEnding ending = watch.watch(batch, event -> tell(begun, event));
        if (!(ending instanceof WatchEnding.Completed completed)) {
            throw new IllegalStateException("the fake did not answer: " + ending);
        }
        output.line("");
        Ink ink = surroundings.colors().ink(ColorWhen.AUTO, StandardStream.OUT);
        new TableReport(output, ink, new UnavailableInWords(surroundings.clock())).add(batch, completed.answer());
    }

    private void tell(Instant begun, WatchEvent event) {
        if (event instanceof WatchEvent.Changed changed) {
            BatchProgress now = changed.change().current();
            output.line("%4ds  %-10s  %s"
                    .formatted(
                            Duration.between(begun, changed.when()).toSeconds(),
                            now.state().text(),
                            BatchInWords.counts(now.tally())));
        }
    }
}
