package io.github.devicebatch.testkit.planted.broken.http;

public record StackTrace() {

    void print(Exception planted) {
        planted.printStackTrace();
    }
}
