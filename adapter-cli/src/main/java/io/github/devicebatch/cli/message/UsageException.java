package io.github.devicebatch.cli.message;

/** Wrong usage or configuration of the command. No request was sent. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public UsageException(Problem problem) {
        super(problem.what());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
