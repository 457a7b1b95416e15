package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.BatchReference;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a scenario says, read whole before any of it counts.
 *
 * @param magicBatches whether the magic batches are on, if it says so
 * @param uploads how long uploads take, if it says so
 * @param faults the faults for a share of all questions, if there are any
 * @param batches what is replied about which batch
 */
record Scenario(
        Optional<Boolean> magicBatches,
        Optional<UploadPace> uploads,
        Optional<FaultShare> faults,
        Map<BatchReference, Function<InstantSource, BatchCourse>> batches) {

    static final List<String> MEMBERS = List.of("$schema", "magicBatches", "uploads", "faults", "batches");
}
