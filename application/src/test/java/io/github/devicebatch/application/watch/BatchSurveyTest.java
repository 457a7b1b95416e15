package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Replies.FAILED;
import static io.github.devicebatch.application.support.Replies.NOT_FOUND;
import static io.github.devicebatch.application.support.Replies.QUEUED;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.UNAVAILABLE;
import static io.github.devicebatch.application.support.Replies.batch;
import static io.github.devicebatch.application.support.Replies.batches;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchSurveyTest {

    private final List<Map.Entry<BatchReference, BatchStatusAnswer>> told = new ArrayList<>();
    private final SurveyListener listener = (batch, answer) -> told.add(Map.entry(batch, answer));

    @Test
    void asksOnceAboutEachAndTellsWhateverIsAnswered() throws InterruptedException {
        BatchSurvey.of(inTurn(QUEUED, UNAVAILABLE, NOT_FOUND, FAILED), 1).ask(batches(4), listener);

        assertThat(told)
                .containsExactly(
                        entry(batch(1, 1), QUEUED),
                        entry(batch(1, 2), UNAVAILABLE),
                        entry(batch(1, 3), NOT_FOUND),
                        entry(batch(1, 4), FAILED));
    }

    @Test
    void asksTwiceAboutABatchThatIsGivenTwice() throws InterruptedException {
        BatchReference batch = batch(1, 1);
        BatchSurvey.of(inTurn(QUEUED, REGISTERED), 1).ask(List.of(batch, batch), listener);

        assertThat(told).containsExactly(entry(batch, QUEUED), entry(batch, REGISTERED));
    }

    @Test
    void asksOnTheCallingThreadIfItAsksOneAtATime() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        BatchStatusQuery query = batch -> {
            threads.add(Thread.currentThread());
            return REGISTERED;
        };
        BatchSurvey.of(query, 1).ask(batches(3), listener);

        assertThat(threads).hasSize(3).containsOnly(Thread.currentThread());
    }

    @Test
    void takesTheNextBatchOnlyWhenItCanAskAboutIt() throws InterruptedException {
        List<String> order = new ArrayList<>();
        Iterator<BatchReference> source = batches(3).iterator();
        Iterator<BatchReference> noted = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public BatchReference next() {
                order.add("taken");
                return source.next();
            }
        };
        BatchSurvey.of(inTurn(REGISTERED), 1).ask(noted, (batch, answer) -> order.add("told"));

        assertThat(order).containsExactly("taken", "told", "taken", "told", "taken", "told");
    }
}
