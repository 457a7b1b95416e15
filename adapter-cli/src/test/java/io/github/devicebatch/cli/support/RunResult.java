package io.github.devicebatch.cli.support;

/** Result of a run of the command. */
public record RunResult(int exitCode, String out, String err) {

    public String firstLine() {
        return out.lines().findFirst().orElse("");
    }
}
