package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnlistedBatchStateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Paused",
                "in-progress",
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
        BatchState state = BatchState.of(word);

        assertThat(state).isEqualTo(new BatchState.Unlisted(word));
        assertThat(state.text()).isEqualTo(word);
        assertThat(state.isFinal()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "finished", "Finished-With-Errors"})
    void isNeverUnlistedIfItIsDocumented(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchState.Unlisted(word))
                .withMessage("not an unlisted batch state: \"%s\"", word);
    }
}
