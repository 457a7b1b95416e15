package io.github.devicebatch.testkit.planted.broken.domain;

public final class LooseClass {}
