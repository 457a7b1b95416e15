package io.github.devicebatch.application.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.EventDigest;
import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.application.support.SimulatedBatch;
import io.github.devicebatch.application.support.SimulatedService;
import io.github.devicebatch.application.watch.WatchEnding.Completed;
import io.github.devicebatch.domain.BatchOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Thousands of batches that take from a minute to 20 hours, on a day with outages, in virtual time; the seed decides everything. */
class SimulatedDayTest {

    private static final int BATCHES = 2_000;
    private static final int MANY_BATCHES = 10_000;

    /** The longest pause is 66 seconds; the rest is the time of the other batches' requests, a millisecond each. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(66).plusSeconds(10);

    private static final WatchSettings SETTINGS = WatchSettings.DEFAULT
            .withConcurrency(1)
            .withNotFoundGrace(Duration.ofMinutes(3))
            .withTimeout(Duration.ofDays(1));

    @Test
    void everyBatchCompletesAndTheSameSeedGivesTheSameEvents() throws InterruptedException {
        long events = simulate(1, BATCHES);

        assertThat(simulate(2, BATCHES)).isNotEqualTo(events);
        assertThat(simulate(1, BATCHES)).isEqualTo(events);
    }

    @Test
    @Tag("load")
    void tenThousandBatchesCompleteToo() throws InterruptedException {
        List<Long> events = List.of(simulate(1, MANY_BATCHES), simulate(2, MANY_BATCHES), simulate(3, MANY_BATCHES));

        assertThat(events).doesNotHaveDuplicates();
        assertThat(simulate(1, MANY_BATCHES)).isEqualTo(events.getFirst());
    }

    /** Simulates one day, checks its outcome, and returns a digest of all events. */
    private static long simulate(long seed, int batches) throws InterruptedException {
        LeapingTime time = new LeapingTime();
        SimulatedService service = new SimulatedService(batches, seed, time);
        EventDigest log = new EventDigest();
        BatchWatch.of(service, time, time, SETTINGS, new Random(seed)).watchAll(service.batches.keySet(), log);

        assertThat(log.endings).hasSize(batches);
        service.batches.values().forEach(batch -> check(batch, log));
        assertThat(service.longestGap).isBetween(Duration.ofSeconds(60), LONGEST_GAP);
        assertThat(service.given).hasSize(16); // every kind of answer of the service
        assertThat(service.given.get("storm")).isBetween(1, 11); // in 10 minutes, once for every 57 seconds
        return log.sum();
    }

    private static void check(SimulatedBatch batch, EventDigest log) {
        WatchEnding ending = log.endings.get(batch.reference);
        assertThat(ending).isInstanceOf(Completed.class);
        Completed completed = (Completed) ending;
        assertThat(completed.answer().status().isFinal()).isTrue();
        assertThat(completed.requests()).isEqualTo(batch.questions);
        assertThat(log.answers.get(batch.reference)).isEqualTo(batch.questions);
        assertThat(completed.answer().status().outcome() != BatchOutcome.UNCONFIRMED)
                .isEqualTo(batch.isOver);
    }
}
