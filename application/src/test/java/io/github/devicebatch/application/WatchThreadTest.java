package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.QUEUED;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.Watching;
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
