package io.github.devicebatch.testkit.planted.broken.application;

import java.nio.file.Path;

public record Files(Path path) {}
