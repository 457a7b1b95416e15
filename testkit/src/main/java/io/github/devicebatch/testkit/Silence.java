package io.github.devicebatch.testkit;

/** Takes the request and never answers. */
record Silence() implements Reply {}
