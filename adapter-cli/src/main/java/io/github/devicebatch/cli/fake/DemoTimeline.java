package io.github.devicebatch.cli.fake;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.BatchTimeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Timeline of the demo: the vendor's documented example, from queued to finished in seven seconds. */
final class DemoTimeline {

    private static final Duration PROCESSING = Duration.ofSeconds(3);
    private static final Duration FINISHED = Duration.ofSeconds(7);

    private DemoTimeline() {}

    static void play(BatchTimeline timeline) {
        timeline.from(Duration.ZERO, Batches.queued())
                .from(PROCESSING, processing(Batches.documentedExample()))
                .from(FINISHED, Batches.documentedExample());
    }

    private static BatchStatus processing(BatchStatus finished) {
        return new BatchStatus(
                finished.trackingId(),
                BatchState.Listed.PROCESSING,
                finished.startedTime(),
                Optional.empty(),
                finished.devices().stream().map(DemoTimeline::inProgress).toList(),
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
