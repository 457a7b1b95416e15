package io.github.devicebatch.testkit.planted.broken.cli;

/** The place where the process may be touched: nothing is wrong here. */
public final class Start {}
