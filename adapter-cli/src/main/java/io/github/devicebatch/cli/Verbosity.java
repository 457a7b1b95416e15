package io.github.devicebatch.cli;

/** How much is told on standard error about questions and answers. */
enum Verbosity {
    NOTHING,
    PROBLEMS,
    EACH_QUESTION
}
