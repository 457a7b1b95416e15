package io.github.devicebatch.testkit.planted.clean.domain;

public record Colour(String name, Shade shade) {}
