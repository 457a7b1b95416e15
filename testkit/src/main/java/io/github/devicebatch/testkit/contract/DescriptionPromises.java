package io.github.devicebatch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.Batches;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The promises about descriptions. */
interface DescriptionPromises extends ContractPart {

    /** Compares state, times, devices, keys, errors and their order. */
    @Test
    @DisplayName("BSQ-01 The query returns every part of a description as the service sent it")
    default void returnsDescriptionsAsSent() {
        assertReturned(Batches.queued());
        assertReturned(Batches.processing());
        assertReturned(EdgeCases.finishedWithErrors());
    }

    @Test
    @DisplayName("BSQ-02 The query preserves the text of an undocumented batch state")
    default void preservesUndocumentedBatchStates() {
        assertReturned(EdgeCases.undocumentedBatchState());
    }

    @Test
    @DisplayName("BSQ-03 The query preserves the text of an undocumented device state")
    default void preservesUndocumentedDeviceStates() {
        assertReturned(EdgeCases.undocumentedDeviceState());
    }

    @Test
    @DisplayName("BSQ-04 The query preserves an undocumented error code and error name")
    default void preservesUndocumentedErrors() {
        assertReturned(EdgeCases.undocumentedError());
    }

    @Test
    @DisplayName("BSQ-05 The query returns every device in the service's order, including duplicates")
    default void returnsEveryDeviceInOrder() {
        assertReturned(EdgeCases.manyDevices());
    }

    @Test
    @DisplayName("BSQ-06 The query returns the outcome of the devices, not of the batch state")
    default void returnsTheOutcomeOfTheDevices() {
        assertThat(assertReturned(Batches.finishedWithOneFailure()).outcome()).isEqualTo(BatchOutcome.SOME_FAILED);
        assertThat(assertReturned(Batches.documentedExample()).outcome()).isEqualTo(BatchOutcome.ALL_FAILED);
    }

    @Test
    @DisplayName("BSQ-07 The query distinguishes the batches of two customers that have the same tracking id")
    default void distinguishesCustomers() {
        try (ContractEnvironment environment = newEnvironment()) {
            environment.describe(Batches.REFERENCE, Batches.queued());
            environment.describe(Batches.anotherCustomersBatch(), Batches.finished());
            assertThat(AsyncQuery.description(environment, Batches.REFERENCE)).isEqualTo(Batches.queued());
            assertThat(AsyncQuery.description(environment, Batches.anotherCustomersBatch()))
                    .isEqualTo(Batches.finished());
        }
    }

    @Test
    @DisplayName("BSQ-08 The query distinguishes two batches of the same customer")
    default void distinguishesBatches() {
        BatchStatus other = Batches.processing(Batches.anotherBatch().tracking());
        try (ContractEnvironment environment = newEnvironment()) {
            environment.describe(Batches.REFERENCE, Batches.finished());
            environment.describe(Batches.anotherBatch(), other);
            assertThat(AsyncQuery.description(environment, Batches.REFERENCE)).isEqualTo(Batches.finished());
            assertThat(AsyncQuery.description(environment, Batches.anotherBatch()))
                    .isEqualTo(other);
        }
    }

    @Test
    @DisplayName("BSQ-09 The query requests the status anew on every call")
    default void requestsTheStatusOnEveryCall() {
        try (ContractEnvironment environment = newEnvironment()) {
            environment.describe(Batches.REFERENCE, Batches.queued(), Batches.processing(), Batches.finished());
            assertThat(AsyncQuery.description(environment, Batches.REFERENCE)).isEqualTo(Batches.queued());
            assertThat(AsyncQuery.description(environment, Batches.REFERENCE)).isEqualTo(Batches.processing());
            assertThat(AsyncQuery.description(environment, Batches.REFERENCE)).isEqualTo(Batches.finished());
        }
    }

    @Test
    @DisplayName("BSQ-10 The query returns the same description as long as the service sends the same")
    default void returnsTheSameDescriptionOnEveryCall() {
        try (ContractEnvironment environment = newEnvironment()) {
            environment.describe(Batches.REFERENCE, Batches.finished());
            assertThat(IntStream.range(0, 5).mapToObj(number -> {
                        AsyncQuery.answer(environment, Batches.numbered(number));
                        return AsyncQuery.description(environment, Batches.REFERENCE);
                    }))
                    .isEqualTo(Collections.nCopies(5, Batches.finished()));
        }
    }

    private BatchStatus assertReturned(BatchStatus sent) {
        try (ContractEnvironment environment = newEnvironment()) {
            environment.describe(Batches.REFERENCE, sent);
            BatchStatus returned = AsyncQuery.description(environment, Batches.REFERENCE);
            assertThat(returned).isEqualTo(sent);
            return returned;
        }
    }
}
