package io.github.devicebatch.testkit.planted.broken.domain;

import java.util.concurrent.TimeUnit;

public record UnitSleep() {

    interface Nap {
        void take(long length) throws InterruptedException;
    }

    Nap nap() {
        return TimeUnit.SECONDS::sleep;
    }
}
