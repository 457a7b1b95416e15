package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Replies.QUEUED;
import static io.github.devicebatch.application.support.Replies.batch;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchSurveyBoundsTest {

    private final List<Map.Entry<BatchReference, BatchStatusAnswer>> told = new ArrayList<>();
    private final SurveyListener listener = (batch, answer) -> told.add(Map.entry(batch, answer));

    @Test
    void isOverAtOnceIfThereIsNothingToAsk() throws InterruptedException {
        BatchSurvey.of(inTurn(QUEUED), 8).ask(List.of(), listener);

        assertThat(told).isEmpty();
    }

    @Test
    void refusesToAskNothingAtATime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchSurvey.of(inTurn(QUEUED), 0))
                .withMessage("at least 1 question is under way at once, not 0");
    }

    @Test
    void refusesNull() {
        BatchSurvey survey = BatchSurvey.of(inTurn(QUEUED), 1);
        List<BatchReference> withNull = Arrays.asList(batch(1, 1), null);

        assertThatNullPointerException().isThrownBy(() -> BatchSurvey.of(null, 1));
        assertThatNullPointerException().isThrownBy(() -> survey.ask((Iterable<BatchReference>) null, listener));
        assertThatNullPointerException().isThrownBy(() -> survey.ask((Iterator<BatchReference>) null, listener));
        assertThatNullPointerException().isThrownBy(() -> survey.ask(List.of(), null));
        assertThatNullPointerException().isThrownBy(() -> survey.ask(withNull, listener));
    }
}
