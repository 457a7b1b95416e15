package io.github.devicebatch.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.DayLog;
import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.application.support.SimulatedBatch;
import io.github.devicebatch.application.support.SimulatedService;
import io.github.devicebatch.application.watch.BatchWatch;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.domain.BatchOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 10,000 batches on a bad day, from a minute to 20 hours long, in virtual time; what happens depends on a seed alone. */
class SimulatedDayTest {

    private static final int BATCHES = 10_000;

    /**
     * The longest pause, 66 seconds, and a question about every other batch, a millisecond each. What the service held back
     * does not count.
     */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(66).plusSeconds(10);

    private static final WatchSettings SETTINGS = WatchSettings.DEFAULT
            .withConcurrency(1)
            .withNotFoundGrace(Duration.ofMinutes(3))
            .withTimeout(Duration.ofDays(1));

    @Test
    void endsWellForEveryBatchAndTheSameForTheSameSeed() throws InterruptedException {
        List<Long> logs = List.of(day(1), day(2), day(3));

        assertThat(logs).doesNotHaveDuplicates();
        assertThat(day(1)).isEqualTo(logs.getFirst());
    }

    /** Lives through the day and checks it. */
    private static long day(long seed) throws InterruptedException {
        LeapingTime time = new LeapingTime();
        SimulatedService service = new SimulatedService(BATCHES, seed, time);
        DayLog log = new DayLog();
        BatchWatch.of(service, time, time, SETTINGS, new Random(seed)).watchAll(service.batches.keySet(), log);

        assertThat(log.endings).hasSize(BATCHES);
        service.batches.values().forEach(batch -> check(batch, log));
        assertThat(service.longestGap).isBetween(Duration.ofSeconds(60), LONGEST_GAP);
        assertThat(service.given).hasSize(16); // everything happened that can go wrong
        assertThat(service.given.get("storm")).isBetween(1, 11); // in 10 minutes, once for every 57 seconds
        return log.sum();
    }

    private static void check(SimulatedBatch batch, DayLog log) {
        WatchEnding ending = log.endings.get(batch.reference);
        assertThat(ending).isInstanceOf(Completed.class);
        Completed completed = (Completed) ending;
        assertThat(completed.answer().status().isFinal()).isTrue();
        assertThat(completed.questions()).isEqualTo(batch.questions);
        assertThat(log.answers.get(batch.reference)).isEqualTo(batch.questions);
        assertThat(completed.answer().status().outcome() != BatchOutcome.UNCONFIRMED)
                .isEqualTo(batch.isOver);
    }
}
