package io.github.devicebatch.testkit.upload;

import io.github.devicebatch.domain.BatchState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A device batch of a customer, with its uploads. Thread-safe. */
public final class DeviceBatch {

    private final String id;
    private final Instant created;
    private final List<UploadJob> uploads = new CopyOnWriteArrayList<>();

    DeviceBatch(String id, Instant created) {
        this.id = id;
        this.created = created;
    }

    /** Returns the id, in the case in which it was created. */
    public String id() {
        return id;
    }

    Instant created() {
        return created;
    }

    void add(UploadJob upload) {
        uploads.add(upload);
    }

    BatchState state(Instant now) {
        List<BatchState> states =
                uploads.stream().map(upload -> upload.state(now)).distinct().toList();
        return states.size() == 1 ? states.getFirst() : BatchState.Listed.PROCESSING;
    }

    /** Returns the devices registered until {@code now}, oldest first, so that pages stay stable. */
    public List<UploadedDevice> registered(Instant now) {
        return uploads.stream()
                .flatMap(upload -> upload.devices().stream())
                .filter(device -> device.isRegistered(now))
                .sorted(Comparator.comparing(UploadedDevice::processed))
                .toList();
    }
}
