package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchStateSpellingTest {

    @ParameterizedTest
    @CsvSource({
        "Finished, FINISHED",
        "FINISHED, FINISHED",
        "FinishedWithErrors, FINISHED_WITH_ERRORS",
        "finished-with-errors, FINISHED_WITH_ERRORS",
        "FINISHED_WITH_ERRORS, FINISHED_WITH_ERRORS",
        "finishedwith_Errors, FINISHED_WITH_ERRORS",
        "Queued, QUEUED",
        "Unknown, UNKNOWN"
    })
    void readsOtherSpellingsOfADocumentedWord(String word, BatchState.Listed state) {
        assertThat(BatchState.of(word)).isSameAs(state);
    }
}
