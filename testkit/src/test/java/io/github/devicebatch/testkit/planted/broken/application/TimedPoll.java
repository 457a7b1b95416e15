package io.github.devicebatch.testkit.planted.broken.application;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

public record TimedPoll(BlockingQueue<String> queue) {

    String next() throws InterruptedException {
        return queue.poll(1, TimeUnit.SECONDS);
    }
}
