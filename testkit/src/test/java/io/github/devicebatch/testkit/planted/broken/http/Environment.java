package io.github.devicebatch.testkit.planted.broken.http;

public record Environment() {

    String home() {
        return System.getenv("HOME");
    }
}
