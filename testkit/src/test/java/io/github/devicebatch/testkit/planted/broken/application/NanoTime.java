package io.github.devicebatch.testkit.planted.broken.application;

public record NanoTime() {

    long now() {
        return System.nanoTime();
    }
}
