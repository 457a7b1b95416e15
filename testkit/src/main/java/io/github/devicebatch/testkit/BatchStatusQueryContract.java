package io.github.devicebatch.testkit;

/**
 * What every implementation of {@link io.github.devicebatch.application.BatchStatusQuery} promises, as tests. A test class
 * implements this interface, makes a world for its subject, and has them all:
 *
 * <pre>{@code
 * class MyQueryContractTest implements BatchStatusQueryContract {
 *     @Override
 *     public BatchWorld newWorld() {
 *         return PartnerCenterWorld.asking(MyQuery::new);
 *     }
 * }
 * }</pre>
 *
 * <p>No promise sleeps; a query that never answers fails after 30 seconds. Give each subject a top-level test class of its
 * own: nested ones that share a contract are reported as repetitions of each other.
 */
public interface BatchStatusQueryContract extends DescriptionPromises, AnswerPromises, CallPromises {

    @Override
    BatchWorld newWorld();
}
