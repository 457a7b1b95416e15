package io.github.devicebatch.testkit.contract;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every implementation of {@link io.github.devicebatch.application.BatchStatusQuery} promises, as tests. A test class
 * implements this interface, makes a world for its subject, and has them all:
 *
 * <pre>{@code
 * class MyQueryContractTest implements BatchStatusQueryContract {
 *     @Override
 *     public BatchWorld newWorld() {
 *         return PartnerCenterWorld.asking((baseUrl, token) -> new MyQuery(baseUrl, token));
 *     }
 * }
 * }</pre>
 *
 * <p>Each promise has a number, such as {@code BSQ-07}, which begins its display name and the message of its failure and
 * never changes. What no test can show is a promise too; it is reported as skipped, and so is one that the world at hand
 * cannot show.
 *
 * <p>No promise sleeps. A question that goes on longer than the world's {@linkplain ContractEnvironment#patience() patience} fails:
 * give the query a timeout of its own well below that. Give each subject a top-level test class of its own: nested ones that
 * share a contract are reported as repetitions of each other.
 */
@ExtendWith(PromiseFailureHandler.class)
@SuppressWarnings("exports") // JUnit is optional: whoever runs the contract requires it
public interface BatchStatusQueryContract
        extends DescriptionPromises, AnswerPromises, AttemptPromises, CallPromises, UntestedPromises {

    /**
     * Makes a world that no other test has touched.
     *
     * @return the world; closed by the test
     */
    @Override
    ContractEnvironment newWorld();
}
