package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Replies.BATCH;
import static io.github.devicebatch.application.support.Replies.FAILED;
import static io.github.devicebatch.application.support.Replies.QUEUED;
import static io.github.devicebatch.application.support.Replies.REFUSED;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.application.support.Watching;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchWatchTest {

    private final Watching watching = new Watching();

    @Test
    void asksAtOnceAndThenLessAndLessOften() throws InterruptedException {
        WatchEnding ending =
                watching.watch(inTurn(QUEUED, QUEUED, QUEUED, QUEUED, QUEUED, QUEUED, REGISTERED), REGULAR);

        assertThat(ending).isEqualTo(new Completed(REGISTERED, 7));
        assertThat(watching.time.pauses()).extracting(Duration::toSeconds).containsExactly(8L, 16L, 32L, 64L, 64L, 64L);
    }

    @Test
    void asksOnceAboutABatchThatIsFinalAlready() throws InterruptedException {
        assertThat(watching.watch(inTurn(FAILED, REFUSED), REGULAR)).isEqualTo(new Completed(FAILED, 1));
        assertThat(watching.time.pauses()).isEmpty();
    }

    @Test
    void worksWithoutAListenerAndWithTheDefaults() throws InterruptedException {
        LeapingTime time = watching.time;

        assertThat(BatchWatch.of(inTurn(QUEUED, REGISTERED), time, time).watch(BATCH))
                .isEqualTo(new Completed(REGISTERED, 2));
        assertThat(time.passed()).isBetween(Duration.ofMillis(4_500), Duration.ofMillis(5_500));
    }
}
