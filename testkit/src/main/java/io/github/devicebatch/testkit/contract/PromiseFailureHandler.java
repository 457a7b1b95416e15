package io.github.devicebatch.testkit.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Adds the promise to the message of its failure, because reports show the method's name without the promise's number. */
final class PromiseFailureHandler implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof AssertionError && isPromise(context)) {
            throw new AssertionError(context.getDisplayName() + ": broken\n" + failure.getMessage(), failure);
        }
        throw failure;
    }

    /** Returns false for other tests of the same test class. */
    private static boolean isPromise(ExtensionContext context) {
        return ContractPart.class.isAssignableFrom(
                context.getRequiredTestMethod().getDeclaringClass());
    }
}
