package io.github.devicebatch.testkit.planted.broken.domain;

import io.github.devicebatch.testkit.planted.broken.application.QueryImpl;

public record Cycle(QueryImpl query) {}
