package io.github.devicebatch.testkit.contract;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.util.function.Consumer;

/** A behavior of the service towards requests for {@link Batches#REFERENCE} that leads to an answer without interruption. */
enum ServiceBehavior {
    UNKNOWN_BATCH(environment -> {}),
    DESCRIBED(environment -> environment.describe(Batches.REFERENCE, Batches.finished())),
    NO_DEVICES(environment -> environment.describe(Batches.REFERENCE, EdgeCases.finishedWithoutDevices())),
    UNAUTHENTICATED(environment -> environment.refuse(Batches.REFERENCE, RefusalReason.UNAUTHENTICATED)),
    FORBIDDEN(environment -> environment.refuse(Batches.REFERENCE, RefusalReason.FORBIDDEN)),
    REJECTED(environment -> environment.refuse(Batches.REFERENCE, RefusalReason.REJECTED)),
    THROTTLED(environment -> environment.throttle(Batches.REFERENCE, Duration.ofSeconds(1))),
    SERVER_ERROR(environment -> environment.fail(Batches.REFERENCE)),
    UNREADABLE(environment -> environment.respondUnreadably(Batches.REFERENCE)),
    ANOTHER_BATCH(environment -> environment.describeAnotherBatch(Batches.REFERENCE)),
    TRUNCATED(environment -> environment.truncate(Batches.REFERENCE)),
    SHUT_DOWN(ContractEnvironment::shutDown);

    private final Consumer<ContractEnvironment> setUp;

    ServiceBehavior(Consumer<ContractEnvironment> setUp) {
        this.setUp = setUp;
    }

    /** Sets the behavior up, calls the query, and returns the answer, which is never null. */
    BatchStatusAnswer answerIn(ContractEnvironment environment) {
        setUp.accept(environment);
        try {
            return AsyncQuery.answer(environment, Batches.REFERENCE);
        } catch (AssertionError e) {
            throw new AssertionError("when " + this + ": " + e.getMessage(), e);
        }
    }
}
