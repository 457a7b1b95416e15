package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks every two seconds and tells what has changed; ends with the table that {@code status} would show. */
record DemoWatch(BatchStatusQuery query, Output output, Surroundings surroundings) {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    void untilFinal(BatchReference batch) throws InterruptedException {
        Instant begun = surroundings.time().instant();
        Optional<BatchStatus> last = Optional.empty();
        BatchStatusAnswer answer = query.ask(batch);
        while (answer instanceof Found found && !found.status().isFinal()) {
            tell(begun, last, found.status());
            last = Optional.of(found.status());
            surroundings.pause().pause(INTERVAL);
            answer = query.ask(batch);
        }
        if (!(answer instanceof Found end)) {
            throw new IllegalStateException("the fake did not answer: " + Verdict.of(answer));
        }
        tell(begun, last, end.status());
        output.line("");
        Ink ink = surroundings.colors().ink(ColorWhen.AUTO, StandardStream.OUT);
        new TableReport(output, ink, new UnavailableInWords(surroundings.clock())).add(batch, end);
    }

    private void tell(Instant begun, Optional<BatchStatus> last, BatchStatus now) {
        if (!last.equals(Optional.of(now))) {
            Duration elapsed = Duration.between(begun, surroundings.time().instant());
            output.line("%4ds  %-10s  %s"
                    .formatted(elapsed.toSeconds(), now.state().text(), BatchInWords.counts(now.tally())));
        }
    }
}
