package io.github.devicebatch.cli;

/** The command was called, or is configured, in a way that cannot work; nothing was sent. */
final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Misuse(Problem problem) {
        super(problem.what());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
