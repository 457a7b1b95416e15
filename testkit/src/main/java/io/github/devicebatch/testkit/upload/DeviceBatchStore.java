package io.github.devicebatch.testkit.upload;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The device batches and uploads of all customers, in memory. Thread-safe. */
public final class DeviceBatchStore {

    private static final long TRACKING_ID_PREFIX = 0x10B0_0000_0000_4000L;

    private final InstantSource time;
    private final BiConsumer<BatchReference, UploadJob> onAccepted;
    private final Map<CustomerId, Map<String, DeviceBatch>> batches = new HashMap<>();
    private final Map<SubmitKey, BatchTrackingId> accepted = new HashMap<>();
    private final Map<CustomerId, Set<SubmittedDevice>> storageErrors = new HashMap<>();
    private UploadDurations durations = UploadDurations.DEFAULT;
    private long uploads;

    /**
     * Creates an empty store.
     *
     * @param time the clock of the uploads
     * @param onAccepted the listener that is called for each new upload before its tracking id is returned
     */
    public DeviceBatchStore(InstantSource time, BiConsumer<BatchReference, UploadJob> onAccepted) {
        this.time = time;
        this.onAccepted = onAccepted;
    }

    /** Sets the durations of the uploads that follow. */
    public synchronized void setDurations(UploadDurations next) {
        durations = next;
    }

    /**
     * Creates a batch with its first upload.
     *
     * @return the tracking id of the upload, that of the first submit if this one repeats it, or empty if the customer has
     *     a batch of that id
     */
    public synchronized Optional<BatchTrackingId> create(SubmitKey key, String id, List<SubmittedDevice> devices) {
        return repeated(key).or(() -> {
            DeviceBatch batch = new DeviceBatch(id, time.instant());
            boolean isNew = batchesOf(key.customer()).putIfAbsent(id, batch) == null;
            return isNew ? Optional.of(accept(key, batch, devices)) : Optional.empty();
        });
    }

    /**
     * Adds an upload to a batch.
     *
     * @return the tracking id of the upload, that of the first submit if this one repeats it, or empty if the customer has
     *     no batch of that id
     */
    public synchronized Optional<BatchTrackingId> add(SubmitKey key, String id, List<SubmittedDevice> devices) {
        return repeated(key).or(() -> batch(key.customer(), id).map(batch -> accept(key, batch, devices)));
    }

    /** Returns a batch of a customer, found in any case of its id. */
    public synchronized Optional<DeviceBatch> batch(CustomerId customer, String id) {
        return Optional.ofNullable(batchesOf(customer).get(id));
    }

    /** Returns the batches of a customer, sorted by id. */
    public synchronized List<DeviceBatch> list(CustomerId customer) {
        return List.copyOf(batchesOf(customer).values());
    }

    /** Returns the time on the clock of the uploads. */
    public Instant now() {
        return time.instant();
    }

    /** Removes all batches and uploads. Tracking ids are not reused. */
    public synchronized void clear() {
        batches.clear();
        accepted.clear();
        storageErrors.clear();
    }

    private Optional<BatchTrackingId> repeated(SubmitKey key) {
        return Optional.ofNullable(accepted.get(key));
    }

    private BatchTrackingId accept(SubmitKey key, DeviceBatch batch, List<SubmittedDevice> devices) {
        uploads++;
        BatchTrackingId tracking = new BatchTrackingId(new UUID(TRACKING_ID_PREFIX, 0x8000_0000_0000_0000L | uploads));
        Set<SubmittedDevice> earlier = storageErrors.computeIfAbsent(key.customer(), any -> new HashSet<>());
        UploadJob upload = new UploadJob(time, durations, tracking, devices, earlier::contains);
        earlier.addAll(upload.storageErrors());
        batch.add(upload);
        onAccepted.accept(new BatchReference(key.customer(), tracking), upload);
        accepted.put(key, tracking);
        return tracking;
    }

    private Map<String, DeviceBatch> batchesOf(CustomerId customer) {
        return batches.computeIfAbsent(customer, any -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    }

    /**
     * The identity of a submit: a request with the same key repeats it.
     *
     * @param customer the customer
     * @param path the path of the request, in lower case
     * @param requestId the value of {@code MS-RequestId}, in lower case
     */
    public record SubmitKey(CustomerId customer, String path, String requestId) {}
}
