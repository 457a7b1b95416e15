package io.github.devicebatch.testkit.contract;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.util.function.Consumer;

/** Whatever a service does about {@link Batches#REFERENCE}, and ends of itself. */
enum ServiceBehavior {
    UNKNOWN_BATCH(world -> {}),
    DESCRIBED(world -> world.describes(Batches.REFERENCE, Batches.finished())),
    DESCRIBED_WITHOUT_DEVICES(world -> world.describes(Batches.REFERENCE, EdgeCases.finishedWithoutDevices())),
    UNAUTHENTICATED(world -> world.refuses(Batches.REFERENCE, RefusalReason.UNAUTHENTICATED)),
    FORBIDDEN(world -> world.refuses(Batches.REFERENCE, RefusalReason.FORBIDDEN)),
    REJECTED(world -> world.refuses(Batches.REFERENCE, RefusalReason.REJECTED)),
    THROTTLED(world -> world.throttles(Batches.REFERENCE, Duration.ofSeconds(1))),
    FAILING(world -> world.fails(Batches.REFERENCE)),
    NONSENSE(world -> world.answersNonsense(Batches.REFERENCE)),
    ANOTHER_BATCH(world -> world.answersAboutAnotherBatch(Batches.REFERENCE)),
    BROKEN_OFF(world -> world.breaksOff(Batches.REFERENCE)),
    GONE(ContractEnvironment::goesAway);

    private final Consumer<ContractEnvironment> arrangement;

    ServiceBehavior(Consumer<ContractEnvironment> arrangement) {
        this.arrangement = arrangement;
    }

    /** Brings it about in {@code world}, asks there, and gives the answer, which is never null. */
    BatchStatusAnswer answerIn(ContractEnvironment world) {
        arrangement.accept(world);
        try {
            return AsyncQuery.answer(world, Batches.REFERENCE);
        } catch (AssertionError missing) {
            throw new AssertionError("when " + this + ": " + missing.getMessage(), missing);
        }
    }
}
