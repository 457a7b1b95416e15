package io.github.devicebatch.testkit.upload;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.server.BatchRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Takes uploads in, remembers whose batch they went to, and lets their status be asked. Thread-safe. */
public final class DeviceBatchStore {

    private static final long TRACKING = 0x10B0_0000_0000_4000L;

    private final InstantSource time;
    private final BatchRegistry status;
    private final Map<CustomerId, Map<String, DeviceBatch>> batches = new HashMap<>();
    private final Map<SubmitKey, BatchTrackingId> accepted = new HashMap<>();
    private UploadDurations pace = UploadDurations.DEFAULT;
    private long uploads;

    public DeviceBatchStore(InstantSource time, BatchRegistry status) {
        this.time = time;
        this.status = status;
    }

    public synchronized void pace(UploadDurations next) {
        pace = next;
    }

    /** Opens a batch with its first upload, or gives nothing if the customer has one of that name. */
    public synchronized Optional<BatchTrackingId> create(SubmitKey key, String id, List<SubmittedDevice> devices) {
        return accepted(key).or(() -> {
            DeviceBatch batch = new DeviceBatch(id, time.instant());
            boolean isNew = of(key.customer()).putIfAbsent(id, batch) == null;
            return isNew ? Optional.of(accept(key, batch, devices)) : Optional.empty();
        });
    }

    /** Adds an upload to a batch, or gives nothing if the customer has none of that name. */
    public synchronized Optional<BatchTrackingId> add(SubmitKey key, String id, List<SubmittedDevice> devices) {
        return accepted(key).or(() -> batch(key.customer(), id).map(batch -> accept(key, batch, devices)));
    }

    public synchronized Optional<DeviceBatch> batch(CustomerId customer, String id) {
        return Optional.ofNullable(of(customer).get(id));
    }

    public synchronized List<DeviceBatch> list(CustomerId customer) {
        return List.copyOf(of(customer).values());
    }

    public boolean knows(CustomerId customer) {
        return status.knows(customer);
    }

    public Instant now() {
        return time.instant();
    }

    /** Forgets the batches and what was submitted. The tracking ids go on, so that none is ever given twice. */
    public synchronized void forget() {
        batches.clear();
        accepted.clear();
    }

    private Optional<BatchTrackingId> accepted(SubmitKey key) {
        return Optional.ofNullable(accepted.get(key));
    }

    private BatchTrackingId accept(SubmitKey key, DeviceBatch batch, List<SubmittedDevice> devices) {
        uploads++;
        BatchTrackingId tracking = new BatchTrackingId(new UUID(TRACKING, 0x8000_0000_0000_0000L | uploads));
        UploadJob upload = new UploadJob(time, pace, tracking, devices);
        batch.add(upload);
        status.put(new BatchReference(key.customer(), tracking), upload);
        accepted.put(key, tracking);
        return tracking;
    }

    /** Gives the customer's batches by name, in the order of the names; a path finds them in any case. */
    private Map<String, DeviceBatch> of(CustomerId customer) {
        return batches.computeIfAbsent(customer, any -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    }

    /** What makes two submits the same one, sent again: the customer, the path, and the id of the request. */
    public record SubmitKey(CustomerId customer, String path, String requestId) {

        public static SubmitKey of(CustomerId customer, Request request) {
            return new SubmitKey(
                    customer,
                    request.path().toLowerCase(Locale.ROOT),
                    request.values("MS-RequestId").getFirst().toLowerCase(Locale.ROOT));
        }
    }
}
