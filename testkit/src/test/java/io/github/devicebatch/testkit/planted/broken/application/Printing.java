package io.github.devicebatch.testkit.planted.broken.application;

public record Printing() {

    void print() {
        System.out.println("planted");
    }
}
