package io.github.devicebatch.application.watch;

import java.time.Duration;

/** What follows from an answer about a batch under watch. */
sealed interface NextStep {

    /** The watch of this batch ends. */
    record End(WatchEnding ending) implements NextStep {}

    /** The batch is asked about again after a pause, or ends like this if there is no time left for that. */
    record Again(PauseReason reason, Duration atLeast, WatchEnding otherwise) implements NextStep {}
}
