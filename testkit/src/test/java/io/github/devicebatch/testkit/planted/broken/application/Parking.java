package io.github.devicebatch.testkit.planted.broken.application;

import java.util.concurrent.locks.LockSupport;

public record Parking() {

    void nap() {
        LockSupport.parkNanos(1);
    }
}
