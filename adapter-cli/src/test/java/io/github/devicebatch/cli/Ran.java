package io.github.devicebatch.cli;

/** What a run of the command left behind. */
record Ran(int exitCode, String out, String err) {

    String firstLine() {
        return out.lines().findFirst().orElse("");
    }
}
