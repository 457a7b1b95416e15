package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.BatchReference;
import java.time.Instant;
import java.util.Optional;

/** Report of {@code wait} on standard output. Every method may throw a {@link StandardOutput.OutputException}. */
public interface WaitReport extends Report {

    /** Begins the report. */
    default void begin(int batches, Instant begun, Optional<Instant> deadline) {
        // no output unless the format has events
    }

    /** Reports an event. The end of the wait for a batch is also reported by {@link #end(WaitResult)}. */
    default void on(WatchEvent event) {
        // no output unless the format has events
    }

    /** Reports that the service throttles requests. */
    default void throttled(BatchReference batch, int attempt, Unavailable answer) {
        // no output unless the format has events
    }

    /** Reports the end of the wait for one batch. */
    void end(WaitResult result);
}
