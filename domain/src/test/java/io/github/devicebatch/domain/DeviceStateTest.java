package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

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
}
