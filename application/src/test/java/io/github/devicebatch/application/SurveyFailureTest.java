package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.batch;
import static io.github.devicebatch.application.support.Replies.batches;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.InBackground;
import io.github.devicebatch.application.support.Switchboard;
import io.github.devicebatch.application.watch.BatchSurvey;
import io.github.devicebatch.application.watch.SurveyListener;
import io.github.devicebatch.domain.BatchReference;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SurveyFailureTest {

    private static final int AT_ONCE = 8;
    private static final RuntimeException BUG = new IllegalStateException("a bug");

    private final Switchboard switchboard = new Switchboard();

    @Test
    void ofTheQueryReachesTheCallerAndLeavesNoThreadBehind() throws InterruptedException {
        BatchStatusQuery failing = batch -> batch.equals(batch(1, 3)) ? fail() : switchboard.ask(batch);

        assertThat(failure(failing, batches(3).iterator(), (batch, answer) -> {}))
                .isSameAs(BUG);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }

    @Test
    void ofTheListenerReachesTheCallerAndLeavesNoThreadBehind() throws InterruptedException {
        switchboard.answer(batch(1, 2), REGISTERED);

        assertThat(failure(switchboard, batches(3).iterator(), (batch, answer) -> fail()))
                .isSameAs(BUG);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }

    @Test
    void ofTheSourceReachesTheCallerAndLeavesNoThreadBehind() throws InterruptedException {
        Iterator<BatchReference> source = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> number == 3 ? SurveyFailureTest.<BatchReference>fail() : batch(1, number))
                .iterator();

        assertThat(failure(switchboard, source, (batch, answer) -> {})).isSameAs(BUG);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }

    private static <T> T fail() {
        throw BUG;
    }

    private static Throwable failure(BatchStatusQuery query, Iterator<BatchReference> batches, SurveyListener listener)
            throws InterruptedException {
        return InBackground.start(() -> BatchSurvey.of(query, AT_ONCE).ask(batches, listener))
                .failure();
    }
}
