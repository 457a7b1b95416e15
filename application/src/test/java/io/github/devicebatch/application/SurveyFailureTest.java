package io.github.devicebatch.application;

import static io.github.devicebatch.application.Replies.REGISTERED;
import static io.github.devicebatch.application.Replies.batch;
import static io.github.devicebatch.application.Replies.batches;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchReference;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SurveyFailureTest {

    private static final int AT_ONCE = 8;

    private final Switchboard switchboard = new Switchboard();

    @Test
    void failsWithTheListenerTheQueryOrTheSourceAndLeavesNoThreadBehind() throws InterruptedException {
        IllegalStateException bug = new IllegalStateException("a bug");
        BatchStatusQuery failing = batch -> {
            if (batch.equals(batch(1, 3))) {
                throw bug;
            }
            return switchboard.ask(batch);
        };
        Iterator<BatchReference> source = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> {
                    if (number == 3) {
                        throw bug;
                    }
                    return batch(1, number);
                })
                .iterator();
        switchboard.answer(batch(2, 1), REGISTERED);

        assertThat(failure(failing, batches(3).iterator(), (batch, answer) -> {}))
                .isSameAs(bug);
        assertThat(failure(switchboard, source, (batch, answer) -> {})).isSameAs(bug);
        assertThat(failure(switchboard, List.of(batch(1, 1), batch(2, 1)).iterator(), (batch, answer) -> {
                    throw bug;
                }))
                .isSameAs(bug);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }

    private static Throwable failure(BatchStatusQuery query, Iterator<BatchReference> batches, SurveyListener listener)
            throws InterruptedException {
        return InBackground.start(() -> BatchSurvey.of(query, AT_ONCE).ask(batches, listener))
                .failure();
    }
}
