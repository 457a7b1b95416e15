package io.github.devicebatch.testkit.archrules.planted.broken.memory;

import java.net.http.HttpClient;

/** Types of another adapter that violate one rule each. */
public record BrokenMemoryAdapter() {

    public record DeviceDto() {}

    public record DeviceHelper() {}

    public record DeviceManager() {}

    public record DeviceUtils() {}

    public record HttpOutside(HttpClient http) {}

    public record Memory() {}
}
