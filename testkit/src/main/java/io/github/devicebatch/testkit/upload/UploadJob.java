package io.github.devicebatch.testkit.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.ReplySource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One submitted list on its way: queued, then processed, its rows settling one after another, then finished. Immutable but
 * for the time.
 */
final class UploadJob implements ReplySource {

    private final InstantSource time;
    private final BatchTrackingId tracking;
    private final Instant started;
    private final List<UploadedDevice> devices;

    UploadJob(InstantSource time, UploadDurations pace, BatchTrackingId tracking, List<SubmittedDevice> submitted) {
        this.time = time;
        this.tracking = tracking;
        this.started = time.instant().truncatedTo(ChronoUnit.SECONDS).plus(pace.queued());
        this.devices = uploaded(submitted, pace.processing());
    }

    private List<UploadedDevice> uploaded(List<SubmittedDevice> submitted, Duration processing) {
        List<UploadedDevice> uploaded = new ArrayList<>(submitted.size());
        Set<String> hashes = new HashSet<>();
        for (SubmittedDevice device : submitted) {
            int number = uploaded.size() + 1;
            String id = UUID.nameUUIDFromBytes((tracking + "/" + number).getBytes(UTF_8))
                    .toString();
            Instant settled = started.plus(processing.multipliedBy(number).dividedBy(submitted.size()));
            uploaded.add(new UploadedDevice(device, id, settled, device.fate(hashes::add)));
        }
        return List.copyOf(uploaded);
    }

    List<UploadedDevice> devices() {
        return devices;
    }

    BatchState state() {
        return state(time.instant());
    }

    @Override
    public Optional<Reply> next() {
        Instant now = time.instant();
        BatchState state = state(now);
        boolean begun = state != BatchState.Listed.QUEUED;
        return Optional.of(Reply.describing(new BatchStatus(
                tracking,
                state,
                Optional.of(started).filter(any -> begun),
                Optional.of(completed()).filter(any -> state.isFinal()),
                begun ? devices.stream().map(device -> device.row(now)).toList() : List.of(),
                List.of())));
    }

    private BatchState state(Instant now) {
        if (now.isBefore(started)) {
            return BatchState.Listed.QUEUED;
        }
        return now.isBefore(completed()) ? BatchState.Listed.PROCESSING : BatchState.Listed.FINISHED;
    }

    private Instant completed() {
        return devices.getLast().settled();
    }
}
