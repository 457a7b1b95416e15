package io.github.devicebatch.testkit.planted.broken.memory;

public record DeviceDto() {}
