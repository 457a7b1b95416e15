package io.github.devicebatch.testkit.archrules.planted.broken.cli;

/** A command line, in which access to the process is allowed. */
public record BrokenCommandLine() {

    public static final class Start {}
}
