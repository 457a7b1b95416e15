package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.PROCESSING;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.batch;
import static io.github.devicebatch.application.support.Replies.batches;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.FailingWatch;
import io.github.devicebatch.application.support.InBackground;
import io.github.devicebatch.application.support.SteppedTime;
import io.github.devicebatch.application.support.Switchboard;
import io.github.devicebatch.application.watch.BatchWatch;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchFailureTest {

    private final FailingWatch failing = new FailingWatch();
    private final SteppedTime time = failing.time;
    private final Switchboard switchboard = failing.switchboard;

    @Test
    void ofTheListenerEndsWhatIsUnderWay() throws InterruptedException {
        InBackground watch = failing.start(switchboard, event -> FailingWatch.fail(), ending -> false);
        switchboard.nextCall();
        switchboard.nextCall();
        switchboard.nextCall();
        switchboard.answer(batch(1, 2), PROCESSING);

        assertThat(watch.failure()).isSameAs(FailingWatch.BUG);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
        assertThat(time.nobodyPauses()).isTrue();
    }

    @Test
    void ofTheOneWhoSaysWhichEndingIsTheLastOneReachesTheCaller() throws InterruptedException {
        InBackground watch = failing.start(switchboard, event -> {}, ending -> {
            throw FailingWatch.BUG;
        });
        switchboard.answer(switchboard.nextCall(), REGISTERED);

        assertThat(watch.failure()).isSameAs(FailingWatch.BUG);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }

    @Test
    void ofThePauseOfTheAlarmReachesTheCaller() throws InterruptedException {
        Pause broken = duration -> {
            throw FailingWatch.BUG;
        };
        BatchWatch watch = BatchWatch.of(switchboard, time, broken, REGULAR.withConcurrency(3), new Random(1));

        assertThat(InBackground.start(() -> watch.watchAll(batches(3), event -> {}))
                        .failure())
                .isSameAs(FailingWatch.BUG);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }
}
