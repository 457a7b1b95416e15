package io.github.devicebatch.testkit.planted.clean.domain;

/** A class, and allowed to be one by name. */
public final class Secret {}
