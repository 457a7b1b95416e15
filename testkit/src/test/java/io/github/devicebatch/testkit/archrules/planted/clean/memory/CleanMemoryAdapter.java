package io.github.devicebatch.testkit.archrules.planted.clean.memory;

import io.github.devicebatch.testkit.archrules.planted.clean.domain.CleanDomain.Colour;

/** Another adapter that keeps all rules. */
public record CleanMemoryAdapter() {

    public record Palette(Colour colour) {}
}
