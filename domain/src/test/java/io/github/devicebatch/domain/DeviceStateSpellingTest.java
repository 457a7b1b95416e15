package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceStateSpellingTest {

    @ParameterizedTest
    @CsvSource({
        "Finished, FINISHED",
        "FINISHED, FINISHED",
        "FinishedWithErrors, FINISHED_WITH_ERRORS",
        "finished-with-errors, FINISHED_WITH_ERRORS",
        "FINISHED_WITH_ERRORS, FINISHED_WITH_ERRORS",
        "finishedwith_Errors, FINISHED_WITH_ERRORS",
        "in_progress, IN_PROGRESS",
        "InProgress, IN_PROGRESS",
        "inProgress, IN_PROGRESS",
        "Queued, QUEUED",
        "Unknown, UNKNOWN"
    })
    void readsOtherSpellingsOfADocumentedWord(String word, DeviceState.Listed state) {
        assertThat(DeviceState.of(word)).isSameAs(state);
    }
}
