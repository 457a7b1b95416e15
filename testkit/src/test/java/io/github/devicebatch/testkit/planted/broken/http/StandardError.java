package io.github.devicebatch.testkit.planted.broken.http;

public record StandardError() {

    void complain() {
        System.err.println("planted");
    }
}
