package io.github.devicebatch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.Batches;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a {@code BatchStatusQuery} promises about descriptions: to tell what the service says, and of the right batch. */
interface DescriptionPromises extends ContractPart {

    /** State, times, devices, keys, errors and their order, to the second. */
    @Test
    @DisplayName("BSQ-01 Every part of a description arrives as the service said it")
    default void describesExactlyWhatTheServiceSays() {
        arrives(Batches.queued());
        arrives(Batches.processing());
        arrives(EdgeCases.finishedWithErrors());
    }

    /** And it is not final. */
    @Test
    @DisplayName("BSQ-02 A word for a batch that nobody has documented arrives to the letter")
    default void keepsTheTextOfABatchStateItDoesNotKnow() {
        arrives(EdgeCases.strangeBatch());
    }

    /** And it settles nothing. */
    @Test
    @DisplayName("BSQ-03 A word for a device that nobody has documented arrives to the letter")
    default void keepsTheTextOfADeviceStateItDoesNotKnow() {
        arrives(EdgeCases.strangeDevice());
    }

    /** Its number and its name. */
    @Test
    @DisplayName("BSQ-04 An error that nobody has documented arrives to the letter")
    default void keepsAnErrorItDoesNotKnow() {
        arrives(EdgeCases.strangeError());
    }

    /** Of a thousand, half of which are the very same row. */
    @Test
    @DisplayName("BSQ-05 Every device arrives, in the service's order, also one that looks like another")
    default void losesNoDevice() {
        arrives(EdgeCases.manyDevices());
    }

    /** The vendor's documented example is such a batch. */
    @Test
    @DisplayName("BSQ-06 A batch that calls itself finished is no success when its devices failed")
    default void takesTheOutcomeFromTheDevices() {
        assertThat(arrives(Batches.finishedWithOneFailure()).outcome()).isEqualTo(BatchOutcome.SOME_FAILED);
        assertThat(arrives(Batches.documentedExample()).outcome()).isEqualTo(BatchOutcome.ALL_FAILED);
    }

    /** Whichever is asked about first. */
    @Test
    @DisplayName("BSQ-07 The same tracking id under two customers is two batches")
    default void keepsCustomersApart() {
        try (ContractEnvironment world = newWorld()) {
            world.describes(Batches.REFERENCE, Batches.queued());
            world.describes(Batches.anotherCustomersBatch(), Batches.finished());
            assertThat(AsyncQuery.description(world, Batches.REFERENCE)).isEqualTo(Batches.queued());
            assertThat(AsyncQuery.description(world, Batches.anotherCustomersBatch()))
                    .isEqualTo(Batches.finished());
        }
    }

    /** Whichever is asked about first. */
    @Test
    @DisplayName("BSQ-08 Two tracking ids under one customer are two batches")
    default void keepsBatchesApart() {
        BatchStatus another = Batches.processing(Batches.anotherBatch().tracking());
        try (ContractEnvironment world = newWorld()) {
            world.describes(Batches.REFERENCE, Batches.finished());
            world.describes(Batches.anotherBatch(), another);
            assertThat(AsyncQuery.description(world, Batches.REFERENCE)).isEqualTo(Batches.finished());
            assertThat(AsyncQuery.description(world, Batches.anotherBatch())).isEqualTo(another);
        }
    }

    /** No answer is remembered for later. */
    @Test
    @DisplayName("BSQ-09 Each question gets what the service says then")
    default void asksAnewEachTime() {
        try (ContractEnvironment world = newWorld()) {
            world.describes(Batches.REFERENCE, Batches.queued(), Batches.processing(), Batches.finished());
            assertThat(AsyncQuery.description(world, Batches.REFERENCE)).isEqualTo(Batches.queued());
            assertThat(AsyncQuery.description(world, Batches.REFERENCE)).isEqualTo(Batches.processing());
            assertThat(AsyncQuery.description(world, Batches.REFERENCE)).isEqualTo(Batches.finished());
        }
    }

    /** Neither the first question nor one about another batch makes a difference to the next. */
    @Test
    @DisplayName("BSQ-10 Asking changes nothing: the same is said as often as it is asked")
    default void changesNothingByAsking() {
        try (ContractEnvironment world = newWorld()) {
            world.describes(Batches.REFERENCE, Batches.finished());
            assertThat(IntStream.range(0, 5).mapToObj(number -> {
                        AsyncQuery.answer(world, Batches.numbered(number));
                        return AsyncQuery.description(world, Batches.REFERENCE);
                    }))
                    .isEqualTo(Collections.nCopies(5, Batches.finished()));
        }
    }

    private BatchStatus arrives(BatchStatus said) {
        try (ContractEnvironment world = newWorld()) {
            world.describes(Batches.REFERENCE, said);
            BatchStatus arrived = AsyncQuery.description(world, Batches.REFERENCE);
            assertThat(arrived).isEqualTo(said);
            return arrived;
        }
    }
}
