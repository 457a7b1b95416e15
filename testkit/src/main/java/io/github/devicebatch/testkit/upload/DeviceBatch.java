package io.github.devicebatch.testkit.upload;

import io.github.devicebatch.domain.BatchState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A customer's batch, with the uploads into it. Thread-safe. */
public final class DeviceBatch {

    private final String id;
    private final Instant created;
    private final List<UploadJob> uploads = new CopyOnWriteArrayList<>();

    DeviceBatch(String id, Instant created) {
        this.id = id;
        this.created = created;
    }

    public String id() {
        return id;
    }

    Instant created() {
        return created;
    }

    void add(UploadJob upload) {
        uploads.add(upload);
    }

    BatchState state() {
        List<BatchState> states =
                uploads.stream().map(UploadJob::state).distinct().toList();
        return states.size() == 1 ? states.getFirst() : BatchState.Listed.PROCESSING;
    }

    /** Lists the devices that have got in until {@code now}, in that order, so that later ones stand behind earlier ones. */
    public List<UploadedDevice> registered(Instant now) {
        return uploads.stream()
                .flatMap(upload -> upload.devices().stream())
                .filter(device -> device.isRegistered(now))
                .sorted(Comparator.comparing(UploadedDevice::settled))
                .toList();
    }
}
