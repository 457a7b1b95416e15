package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.QUEUED;
import static io.github.devicebatch.application.support.Replies.batch;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.Ahead;
import io.github.devicebatch.application.watch.BatchSurvey;
import io.github.devicebatch.domain.BatchReference;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SurveyOfManyTest {

    private static final int AT_ONCE = 8;

    private final BlockingQueue<BatchReference> told = new LinkedBlockingQueue<>();

    @Test
    void tellsEachAnswerOnceAndNeverRunsAheadOfThem() throws InterruptedException {
        int number = 20_000;
        Ahead ahead = new Ahead(number);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Set<BatchReference> answered = new HashSet<>();
        BatchStatusQuery query = batch -> {
            threads.add(Thread.currentThread());
            Thread.yield();
            return QUEUED;
        };
        BatchSurvey.of(query, AT_ONCE).ask(ahead, (batch, answer) -> {
            ahead.told++;
            answered.add(batch);
        });

        assertThat(ahead.told).isEqualTo(number);
        assertThat(answered).hasSize(number);
        assertThat(ahead.most).isEqualTo(AT_ONCE);
        assertThat(threads).hasSize(number).noneMatch(Thread::isAlive);
    }
}
