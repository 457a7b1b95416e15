package io.github.devicebatch.testkit.planted.broken.domain;

import java.util.random.RandomGenerator;

public record Chance(RandomGenerator random) {}
