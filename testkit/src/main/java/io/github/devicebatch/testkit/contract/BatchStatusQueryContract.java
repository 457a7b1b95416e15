package io.github.devicebatch.testkit.contract;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The contract of {@link io.github.devicebatch.application.BatchStatusQuery} as tests. A test class implements this interface
 * and creates an environment with the query under test:
 *
 * <pre>{@code
 * class MyQueryContractTest implements BatchStatusQueryContract {
 *     @Override
 *     public ContractEnvironment newEnvironment() {
 *         return HttpEnvironment.of((baseUrl, token) -> new MyQuery(baseUrl, token));
 *     }
 * }
 * }</pre>
 *
 * <p>Each promise has a number that never changes, such as {@code BSQ-07}. It begins the display name and the failure message
 * of the test. A promise that a test cannot verify, or not in this environment, is reported as skipped.
 *
 * <p>No test sleeps. A call that takes longer than the environment's {@linkplain ContractEnvironment#timeout() timeout} fails:
 * give the query a much shorter timeout. Use a top-level test class for each query: nested classes that share a contract are
 * reported as repetitions of each other.
 */
@ExtendWith(PromiseFailureHandler.class)
@SuppressWarnings("exports") // JUnit is optional; users of the contract require it themselves.
public interface BatchStatusQueryContract
        extends DescriptionPromises, AnswerPromises, AttemptPromises, CallPromises, UntestedPromises {

    /**
     * Returns a new environment with the query under test. Each test calls this at least once and closes the result.
     *
     * @return the environment, not used by any other test
     */
    @Override
    ContractEnvironment newEnvironment();
}
