package io.github.devicebatch.testkit.planted.broken.application;

import io.github.devicebatch.testkit.planted.broken.domain.Cycle;

public record QueryImpl() {

    Class<?> cycle() {
        return Cycle.class;
    }
}
