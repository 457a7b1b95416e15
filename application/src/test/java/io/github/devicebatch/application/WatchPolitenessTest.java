package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.BATCH;
import static io.github.devicebatch.application.support.Replies.PROCESSING;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.application.watch.BatchWatch;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchSettings;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The documented job took 10 minutes; the vendor's script asks 121 times about it. */
class WatchPolitenessTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final int SEEDS = 5_000;

    @Test
    void aJobOfTenMinutesCostsAtMost17QuestionsAndIsReportedWithin66Seconds() throws InterruptedException {
        int most = 0;
        Duration latest = Duration.ZERO;
        for (int seed = 0; seed < SEEDS; seed++) {
            LeapingTime time = new LeapingTime();
            BatchStatusQuery job = batch -> time.passed().compareTo(TEN_MINUTES) < 0 ? PROCESSING : REGISTERED;
            WatchEnding ending = BatchWatch.of(job, time, time, WatchSettings.DEFAULT, new Random(seed))
                    .watch(BATCH);
            assertThat(ending).isInstanceOf(Completed.class);
            most = Math.max(most, ending.questions());
            Duration late = time.passed().minus(TEN_MINUTES);
            latest = late.compareTo(latest) > 0 ? late : latest;
        }
        assertThat(most).isBetween(15, 17);
        assertThat(latest).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(66));
    }

    @Test
    void theSameSeedGivesTheSamePausesAndAnotherOneOthers() throws InterruptedException {
        assertThat(pauses(7)).isEqualTo(pauses(7)).isNotEqualTo(pauses(8));
    }

    private static String pauses(long seed) throws InterruptedException {
        LeapingTime time = new LeapingTime();
        BatchStatusQuery job = batch -> time.passed().compareTo(TEN_MINUTES) < 0 ? PROCESSING : REGISTERED;
        BatchWatch.of(job, time, time, WatchSettings.DEFAULT, new Random(seed)).watch(BATCH);
        return time.pauses().toString();
    }
}
