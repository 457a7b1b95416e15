package io.github.devicebatch.testkit.planted.broken.domain;

import java.util.concurrent.CountDownLatch;

public record Concurrency(CountDownLatch latch) {}
