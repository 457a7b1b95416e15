package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Totals of many uploads: devices by outcome, by error, by customer, and by whether uploading again helps. Memory grows with the
 * number of customers and of different errors, not with the number of batches or devices. Not thread-safe.
 */
public final class BatchTotals {

    /** Maximum number of different errors that are counted separately. */
    private static final int MAX_ERRORS = 1_000;

    private final Map<Optional<DeviceError>, Integer> failed = new LinkedHashMap<>();
    private final Map<Optional<DeviceError>, Integer> accepted = new LinkedHashMap<>();
    private final Map<CustomerId, CustomerTotal> customers = new LinkedHashMap<>();
    private final Map<ReuploadAdvice, Integer> advice = new EnumMap<>(ReuploadAdvice.class);
    private DeviceTally devices = DeviceTally.ZERO;
    private int batches;

    /** Creates totals of no upload. */
    public BatchTotals() {}

    /**
     * Number of devices with the same error.
     *
     * @param error the error, in the documented spelling if it is a known one; empty for devices that failed without an error, and
     *     for all errors after the first 1,000 different ones
     * @param devices number of devices, at least 1
     */
    public record ErrorTotal(Optional<DeviceError> error, int devices) {}

    /**
     * Totals of one customer.
     *
     * @param customer the customer
     * @param batches number of batches
     * @param devices number of devices by outcome
     */
    public record CustomerTotal(CustomerId customer, int batches, DeviceTally devices) {}

    /**
     * Adds an upload. The errors that its status accepts are counted as accepted. An upload that is added twice counts twice.
     *
     * @throws NullPointerException if either is null
     */
    public void add(BatchReference batch, BatchStatus status) {
        requireNonNull(batch, "batch");
        DeviceTally tally = requireNonNull(status, "status").tally();
        batches++;
        devices = devices.plus(tally);
        customers.merge(
                batch.customer(),
                new CustomerTotal(batch.customer(), 1, tally),
                (before, added) -> new CustomerTotal(
                        before.customer(),
                        before.batches() + 1,
                        before.devices().plus(added.devices())));
        for (DeviceStatus device : status.devices()) {
            if (device.outcome() == DeviceOutcome.FAILED) {
                add(device, status.isAccepted(device));
            }
        }
    }

    private void add(DeviceStatus device, boolean isAccepted) {
        Map<Optional<DeviceError>, Integer> counts = isAccepted ? accepted : failed;
        Optional<KnownDeviceError> known = device.error().flatMap(DeviceError::known);
        Optional<DeviceError> error = known.map(KnownDeviceError::asDeviceError).or(device::error);
        boolean isCounted = counts.size() < MAX_ERRORS || counts.containsKey(error);
        counts.merge(isCounted ? error : Optional.empty(), 1, Integer::sum);
        if (!isAccepted) {
            device.uploadingAgain().ifPresent(helps -> advice.merge(helps, 1, Integer::sum));
        }
    }

    /**
     * Returns the number of uploads.
     */
    public int batches() {
        return batches;
    }

    /**
     * Returns the number of devices by outcome.
     */
    public DeviceTally devices() {
        return devices;
    }

    /**
     * Returns the errors of the failed devices, without the accepted ones, the most frequent first.
     */
    public List<ErrorTotal> errors() {
        return sorted(failed);
    }

    /**
     * Returns the errors of the accepted devices, the most frequent first.
     */
    public List<ErrorTotal> acceptedErrors() {
        return sorted(accepted);
    }

    private static List<ErrorTotal> sorted(Map<Optional<DeviceError>, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> new ErrorTotal(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(ErrorTotal::devices).reversed())
                .toList();
    }

    /**
     * Returns the totals of each customer, in the order in which the customers were added first.
     */
    public List<CustomerTotal> customers() {
        return List.copyOf(customers.values());
    }

    /**
     * Returns the number of failed devices, without the accepted ones, by whether uploading again helps. An advice without devices
     * is absent.
     *
     * @return an unmodifiable copy, in the order of the constants
     */
    public Map<ReuploadAdvice, Integer> reuploads() {
        return Collections.unmodifiableMap(new EnumMap<>(advice));
    }
}
