package io.github.devicebatch.cli.message;

import static java.util.Objects.requireNonNull;

/** Wrong usage or configuration of the command. No request was sent. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public UsageException(Problem problem) {
        super(problem.what());
        this.problem = problem;
    }

    /** Returns the exception for a setting of the Java runtime that makes a connection impossible. */
    public static UsageException ofJavaSettings(IllegalStateException unusable) {
        return new UsageException(Problem.of(
                "a setting of the Java runtime is not usable",
                requireNonNull(unusable.getMessage()),
                "correct or remove that setting; for certificates in PEM, give --ca-file FILE"));
    }

    public Problem problem() {
        return problem;
    }
}
