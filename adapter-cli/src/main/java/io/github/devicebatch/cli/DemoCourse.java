package io.github.devicebatch.cli;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.BatchTimeline;
import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the vendor's documented example would have come about, in fast motion. */
final class DemoCourse {

    private static final Duration PROCESSING = Duration.ofSeconds(3);
    private static final Duration FINISHED = Duration.ofSeconds(7);

    private DemoCourse() {}

    static void play(BatchTimeline timeline) {
        timeline.from(Duration.ZERO, Batches.queued())
                .from(PROCESSING, processing(Batches.documentedExample()))
                .from(FINISHED, Batches.documentedExample());
    }

    private static BatchStatus processing(BatchStatus end) {
        return new BatchStatus(
                end.trackingId(),
                BatchState.Listed.PROCESSING,
                end.startedTime(),
                Optional.empty(),
                end.devices().stream().map(DemoCourse::inProgress).toList(),
                List.of());
    }

    private static DeviceStatus inProgress(DeviceStatus device) {
        return new DeviceStatus(
                device.deviceId(),
                device.serialNumber(),
                device.productKey(),
                DeviceState.Listed.IN_PROGRESS,
                Optional.empty());
    }
}
