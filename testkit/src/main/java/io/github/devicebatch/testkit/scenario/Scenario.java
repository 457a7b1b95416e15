package io.github.devicebatch.testkit.scenario;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.server.FaultInjector;
import io.github.devicebatch.testkit.server.ReplySource;
import io.github.devicebatch.testkit.upload.UploadDurations;
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
public record Scenario(
        Optional<Boolean> magicBatches,
        Optional<UploadDurations> uploads,
        Optional<FaultInjector> faults,
        Map<BatchReference, Function<InstantSource, ReplySource>> batches) {

    static final List<String> MEMBERS = List.of("$schema", "magicBatches", "uploads", "faults", "batches");
}
