package io.github.devicebatch.testkit.planted.broken.http;

import io.github.devicebatch.testkit.planted.broken.memory.Memory;

public record SeesStranger(Memory memory) {}
