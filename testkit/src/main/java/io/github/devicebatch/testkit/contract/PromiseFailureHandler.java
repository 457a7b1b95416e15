package io.github.devicebatch.testkit.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Says in the message of a failure which promise is broken: a report shows the name of the method, and not its number. */
final class PromiseFailureHandler implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof AssertionError && isPromise(context)) {
            throw new AssertionError(context.getDisplayName() + ": broken\n" + failure.getMessage(), failure);
        }
        throw failure;
    }

    /** A test class may have tests of its own beside the contract. */
    private static boolean isPromise(ExtensionContext context) {
        return ContractPart.class.isAssignableFrom(
                context.getRequiredTestMethod().getDeclaringClass());
    }
}
