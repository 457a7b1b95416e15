package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a {@code BatchStatusQuery} promises about descriptions: to tell what the service says, and of the right batch.
 *
 * @see BatchStatusQueryContract
 */
@SuppressWarnings("exports") // JUnit is optional: whoever runs the contract requires it
public interface DescriptionPromises {

    /**
     * Makes a world that no other test has touched.
     *
     * @return the world; closed by the test
     */
    BatchWorld newWorld();

    /** Every part of a description arrives as it was said: state, times, devices, keys, errors, and their order. */
    @Test
    default void describesExactlyWhatTheServiceSays() {
        BatchStatus[] said = {
            Batches.queued(), Batches.processing(), Batches.finishedWithOneFailure(), Batches.documentedExample()
        };
        try (BatchWorld world = newWorld()) {
            world.describes(Batches.REFERENCE, said);
            for (BatchStatus status : said) {
                assertThat(Asking.description(world, Batches.REFERENCE)).isEqualTo(status);
            }
        }
    }

    /** A word for a batch that nobody has documented arrives to the letter, and is not final. */
    @Test
    default void keepsTheTextOfABatchStateItDoesNotKnow() {
        BatchStatus strange = new BatchStatus(
                Batches.TRACKING,
                BatchState.of("Awaiting_Approval-2 \u00fc"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        try (BatchWorld world = newWorld()) {
            world.describes(Batches.REFERENCE, strange);
            assertThat(Asking.description(world, Batches.REFERENCE).state()).isEqualTo(strange.state());
        }
    }

    /** A word for a device that nobody has documented arrives to the letter, and settles nothing. */
    @Test
    default void keepsTheTextOfADeviceStateItDoesNotKnow() {
        DeviceState strange = DeviceState.of("Finished_Perhaps \u00fc");
        try (BatchWorld world = newWorld()) {
            world.describes(Batches.REFERENCE, Batches.finished(Batches.TRACKING, Devices.inState("SN-0001", strange)));
            assertThat(Asking.description(world, Batches.REFERENCE).devices())
                    .singleElement()
                    .satisfies(device -> assertThat(device.state()).isEqualTo(strange));
        }
    }

    /** A batch that calls itself finished is no success when its devices failed. */
    @Test
    default void takesTheOutcomeFromTheDevices() {
        try (BatchWorld world = newWorld()) {
            world.describes(Batches.REFERENCE, Batches.documentedExample());
            BatchStatus status = Asking.description(world, Batches.REFERENCE);
            assertThat(status.state()).isEqualTo(BatchState.Listed.FINISHED);
            assertThat(status.outcome()).isEqualTo(BatchOutcome.ALL_FAILED);
        }
    }

    /** The same tracking id under two customers is two batches. */
    @Test
    default void keepsCustomersApart() {
        try (BatchWorld world = newWorld()) {
            world.describes(Batches.REFERENCE, Batches.queued());
            world.describes(Batches.anotherCustomersBatch(), Batches.finished());
            assertThat(Asking.description(world, Batches.REFERENCE)).isEqualTo(Batches.queued());
            assertThat(Asking.description(world, Batches.anotherCustomersBatch()))
                    .isEqualTo(Batches.finished());
        }
    }

    /** Two tracking ids under one customer are two batches. */
    @Test
    default void keepsBatchesApart() {
        BatchStatus another = Batches.processing(Batches.anotherBatch().tracking());
        try (BatchWorld world = newWorld()) {
            world.describes(Batches.REFERENCE, Batches.finished());
            world.describes(Batches.anotherBatch(), another);
            assertThat(Asking.description(world, Batches.REFERENCE)).isEqualTo(Batches.finished());
            assertThat(Asking.description(world, Batches.anotherBatch())).isEqualTo(another);
        }
    }

    /** No answer is remembered: each question gets what the service says then, and a batch may even come to be known. */
    @Test
    default void asksAnewEachTime() {
        try (BatchWorld world = newWorld()) {
            assertThat(Asking.answer(world, Batches.REFERENCE)).isInstanceOf(NotFound.class);
            world.describes(Batches.REFERENCE, Batches.queued(), Batches.processing(), Batches.finished());
            assertThat(Asking.description(world, Batches.REFERENCE)).isEqualTo(Batches.queued());
            assertThat(Asking.description(world, Batches.REFERENCE)).isEqualTo(Batches.processing());
            assertThat(Asking.description(world, Batches.REFERENCE)).isEqualTo(Batches.finished());
        }
    }
}
