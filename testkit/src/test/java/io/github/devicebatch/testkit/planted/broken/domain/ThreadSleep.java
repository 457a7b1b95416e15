package io.github.devicebatch.testkit.planted.broken.domain;

public record ThreadSleep() {

    void nap() throws InterruptedException {
        Thread.sleep(1);
    }
}
