package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.PROCESSING;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.UNAVAILABLE;
import static io.github.devicebatch.application.support.Replies.batches;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.application.watch.BatchWatch;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.domain.BatchReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real virtual threads, many at once, in no order that anyone has arranged. */
@Timeout(60)
class WatchThousandsTest {

    private static final int BATCHES = 5_000;
    private static final int AT_ONCE = 32;

    private final Map<BatchReference, Integer> questions = new ConcurrentHashMap<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final Map<BatchReference, Integer> endings = new HashMap<>();
    private final Map<BatchReference, Integer> answers = new HashMap<>();

    @Test
    void endExactlyOnceEachWhateverTheThreadsDo() throws InterruptedException {
        LeapingTime time = new LeapingTime();
        WatchSettings settings = WatchSettings.DEFAULT.withConcurrency(AT_ONCE).withoutTimeout();

        BatchWatch.of(this::answer, time, time, settings, new Random(1)).watchAll(batches(BATCHES), this::note);

        assertThat(endings).hasSize(BATCHES);
        assertThat(endings.values()).containsOnly(1);
        assertThat(questions).allSatisfy((batch, number) -> assertThat(number).isEqualTo(questionsNeeded(batch)));
        assertThat(answers).isEqualTo(questions);
        assertThat(mostAtOnce.get()).isBetween(2, AT_ONCE);
        assertThat(threads).noneMatch(Thread::isAlive).allMatch(Thread::isVirtual);
    }

    @Test
    void leaveNoThreadBehindHoweverShortTheWatchIs() throws InterruptedException {
        LeapingTime time = new LeapingTime();
        BatchStatusQuery query = batch -> {
            threads.add(Thread.currentThread());
            return REGISTERED;
        };
        BatchWatch watch = BatchWatch.of(query, time, time, WatchSettings.DEFAULT.withoutTimeout());
        for (int watches = 0; watches < BATCHES; watches++) {
            threads.clear();
            watch.watchAll(batches(2), event -> {});
            assertThat(threads).hasSize(2).noneMatch(Thread::isAlive);
        }
    }

    private BatchStatusAnswer answer(BatchReference batch) {
        threads.add(Thread.currentThread());
        mostAtOnce.accumulateAndGet(open.incrementAndGet(), Math::max);
        Thread.yield();
        int question = questions.merge(batch, 1, Integer::sum);
        open.decrementAndGet();
        if (question == questionsNeeded(batch)) {
            return REGISTERED;
        }
        return question % 2 == 0 ? UNAVAILABLE : PROCESSING;
    }

    private void note(WatchEvent event) {
        switch (event) {
            case WatchEvent.Answered answered -> answers.merge(answered.batch(), 1, Integer::sum);
            case WatchEvent.Ended ended -> endings.merge(ended.batch(), 1, Integer::sum);
            case WatchEvent.Changed changed -> assertThat(endings).doesNotContainKey(changed.batch());
            case WatchEvent.Paused paused -> assertThat(endings).doesNotContainKey(paused.batch());
            case WatchEvent.Contradicted contradicted -> throw new AssertionError(contradicted);
            case WatchEvent.Held held -> throw new AssertionError(held);
        }
    }

    /** From 1 to 7, by the batch. */
    private static int questionsNeeded(BatchReference batch) {
        return 1 + (int) (batch.tracking().value().getLeastSignificantBits() % 7);
    }
}
