package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.batch;
import static io.github.devicebatch.application.support.Replies.batches;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.InBackground;
import io.github.devicebatch.application.support.Switchboard;
import io.github.devicebatch.application.watch.BatchSurvey;
import io.github.devicebatch.domain.BatchReference;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SurveyConcurrencyTest {

    private static final int AT_ONCE = 8;

    private final Switchboard switchboard = new Switchboard();
    private final BlockingQueue<BatchReference> told = new LinkedBlockingQueue<>();

    @Test
    void tellsAnswersInTheOrderInWhichTheyCome() throws InterruptedException, ExecutionException {
        InBackground survey = survey(batches(3).iterator());
        for (int question = 0; question < 3; question++) {
            switchboard.nextCall();
        }
        for (int number : List.of(2, 3, 1)) {
            switchboard.answer(batch(1, number), REGISTERED);
            assertThat(told.take()).isEqualTo(batch(1, number));
        }
        survey.join();
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }

    @Test
    void endsWhenItIsInterruptedAndLeavesNoThreadBehind() throws InterruptedException {
        InBackground survey = survey(batches(100).iterator());
        for (int question = 0; question < AT_ONCE; question++) {
            switchboard.nextCall();
        }
        survey.interrupt();

        assertThat(survey.failure()).isInstanceOf(InterruptedException.class);
        assertThat(switchboard.questions()).isEqualTo(AT_ONCE);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
        assertThat(told).isEmpty();
    }

    private InBackground survey(Iterator<BatchReference> batches) {
        return InBackground.start(
                () -> BatchSurvey.of(switchboard, AT_ONCE).ask(batches, (batch, answer) -> told.add(batch)));
    }
}
