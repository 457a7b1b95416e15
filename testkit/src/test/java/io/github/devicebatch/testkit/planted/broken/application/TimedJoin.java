package io.github.devicebatch.testkit.planted.broken.application;

import java.time.Duration;

public record TimedJoin(Thread thread) {

    boolean ends() throws InterruptedException {
        return thread.join(Duration.ofSeconds(1));
    }
}
