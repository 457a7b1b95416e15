package io.github.devicebatch.application;

import io.github.devicebatch.application.watch.BatchWatch;

/** A forbidden dependency: the package of the port must not use the watch. */
public record ForbiddenWatchUse(BatchWatch watch) {}
