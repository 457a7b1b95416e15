package io.github.devicebatch.application;

import static io.github.devicebatch.application.Replies.QUEUED;
import static io.github.devicebatch.application.Replies.REGISTERED;
import static io.github.devicebatch.application.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchThreadTest {

    private final Watching watching = new Watching();

    @Test
    void asksAboutABatchAloneOnTheCallingThreadHoweverManyQuestionsItMayAskAtOnce() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        BatchStatusQuery query = batch -> {
            threads.add(Thread.currentThread());
            return threads.size() < 3 ? QUEUED : REGISTERED;
        };
        watching.watch(query, REGULAR.withConcurrency(8));

        assertThat(threads).hasSize(3).containsOnly(Thread.currentThread());
    }
}
