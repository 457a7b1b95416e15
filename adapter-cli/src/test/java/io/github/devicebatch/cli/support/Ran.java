package io.github.devicebatch.cli.support;

/** What a run of the command left behind. */
public record Ran(int exitCode, String out, String err) {

    public String firstLine() {
        return out.lines().findFirst().orElse("");
    }
}
