package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;

/** What counts as success. */
enum ExitRule {
    /** An answer about the batch, whatever it is. */
    BY_ANSWER,
    /** An answer that every device got in. */
    BY_OUTCOME;

    ExitCode code(BatchStatusAnswer answer) {
        return switch (this) {
            case BY_ANSWER -> ExitCode.of(answer);
            case BY_OUTCOME ->
                answer instanceof Found found ? ExitCode.of(found.status().outcome()) : ExitCode.of(answer);
        };
    }
}
