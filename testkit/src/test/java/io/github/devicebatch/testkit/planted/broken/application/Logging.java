package io.github.devicebatch.testkit.planted.broken.application;

public record Logging() {

    void log() {
        System.getLogger("planted");
    }
}
