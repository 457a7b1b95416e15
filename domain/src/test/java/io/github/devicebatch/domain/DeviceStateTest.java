package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceStateTest {

    @ParameterizedTest
    @CsvSource({
        "unknown, UNKNOWN, false",
        "queued, QUEUED, false",
        "processing, PROCESSING, false",
        "in-progress, IN_PROGRESS, false",
        "finished, FINISHED, true",
        "finished_with_errors, FINISHED_WITH_ERRORS, true"
    })
    void readsTheDocumentedWords(String word, DeviceState.Listed state, boolean isFinal) {
        assertThat(DeviceState.of(word)).isSameAs(state);
        assertThat(state.text()).isEqualTo(word);
        assertThat(state.isFinal()).isEqualTo(isFinal);
    }

    @ParameterizedTest
    @EnumSource
    void readsBackTheWordOfEveryListedState(DeviceState.Listed state) {
        assertThat(DeviceState.of(state.text())).isSameAs(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void isNeverBlank(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeviceState.of(word));
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> DeviceState.of(null));
        assertThatNullPointerException()
                .isThrownBy(() -> new DeviceState.Unlisted(null))
                .withMessage("text");
    }

    @Nested
    class Unlisted {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Paused",
                    "in progress",
                    "finish",
                    "finishedx",
                    "finished with errors",
                    " finished",
                    "f\u0130nished",
                    "finish\u0435d",
                    "___",
                    "💻"
                })
        void keepsTheTextOfAStateItDoesNotKnow(String word) {
            DeviceState state = DeviceState.of(word);

            assertThat(state).isEqualTo(new DeviceState.Unlisted(word));
            assertThat(state.text()).isEqualTo(word);
            assertThat(state.isFinal()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"unknown", "InProgress", "Finished-With-Errors"})
        void isNeverUnlistedIfItIsDocumented(String word) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DeviceState.Unlisted(word))
                    .withMessage("not an unlisted device state: \"%s\"", word);
        }
    }

    @Nested
    class Spelling {

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
}
