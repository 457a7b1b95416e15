package io.github.devicebatch.cli.terminal;

import io.github.devicebatch.cli.message.Problem;

/** A dependency that the package must not have: the package test has to find it. */
public record ForbiddenDependency(Problem problem) {}
