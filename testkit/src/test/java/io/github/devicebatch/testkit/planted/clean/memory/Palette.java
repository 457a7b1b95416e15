package io.github.devicebatch.testkit.planted.clean.memory;

import io.github.devicebatch.testkit.planted.clean.domain.Colour;

public record Palette(Colour colour) {}
