package io.github.devicebatch.testkit.planted.broken.http;

public record Exiting() {

    void end() {
        System.exit(1);
    }
}
