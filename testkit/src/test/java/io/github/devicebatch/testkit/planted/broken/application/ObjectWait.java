package io.github.devicebatch.testkit.planted.broken.application;

public record ObjectWait() {

    synchronized void nap() throws InterruptedException {
        wait();
    }
}
