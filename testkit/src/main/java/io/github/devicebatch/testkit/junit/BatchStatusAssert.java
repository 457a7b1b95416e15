package io.github.devicebatch.testkit.junit;

import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.DeviceTally;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** AssertJ assertions for a {@link BatchStatus}. Not thread-safe. */
@SuppressWarnings("exports") // AssertJ is optional; users of the assertions require it themselves.
public final class BatchStatusAssert extends AbstractAssert<BatchStatusAssert, BatchStatus> {

    private BatchStatusAssert(BatchStatus actual) {
        super(actual, BatchStatusAssert.class);
    }

    /** Creates assertions for a status. */
    public static BatchStatusAssert assertThat(BatchStatus actual) {
        return new BatchStatusAssert(actual);
    }

    /**
     * Verifies the outcome, which follows from the devices.
     *
     * @return this
     * @throws AssertionError if the outcome is another
     */
    public BatchStatusAssert hasOutcome(BatchOutcome expected) {
        isNotNull();
        return verify("outcome", actual.outcome(), expected);
    }

    /**
     * Verifies the batch state.
     *
     * @return this
     * @throws AssertionError if the state is another
     */
    public BatchStatusAssert hasState(BatchState expected) {
        isNotNull();
        return verify("state", actual.state(), expected);
    }

    /**
     * Verifies that the status is final.
     *
     * @return this
     * @throws AssertionError if it is not final
     */
    public BatchStatusAssert isFinal() {
        isNotNull();
        return verify("being final", actual.isFinal(), true);
    }

    /**
     * Verifies that the status is not final.
     *
     * @return this
     * @throws AssertionError if it is final
     */
    public BatchStatusAssert isNotFinal() {
        isNotNull();
        return verify("being final", actual.isFinal(), false);
    }

    /**
     * Verifies the numbers of devices.
     *
     * @param registered the number of registered devices
     * @param failed the number of failed devices
     * @param unsettled the number of pending devices
     * @return this
     * @throws AssertionError if the numbers are others
     * @throws IllegalArgumentException if a number is negative
     */
    public BatchStatusAssert hasTally(int registered, int failed, int unsettled) {
        isNotNull();
        return verify("tally", actual.tally(), new DeviceTally(registered, failed, unsettled));
    }

    /**
     * Verifies the serial numbers of all failed devices, in the service's order. A missing serial number is expected as
     * {@code ""}.
     *
     * @return this
     * @throws AssertionError if other devices failed
     */
    public BatchStatusAssert hasFailedDevices(String... serialNumbers) {
        isNotNull();
        return verify("failed devices", serialNumbers(actual.failedDevices()), List.of(serialNumbers));
    }

    private static List<String> serialNumbers(List<DeviceStatus> devices) {
        return devices.stream().map(device -> device.serialNumber().orElse("")).toList();
    }

    private BatchStatusAssert verify(String property, Object found, Object expected) {
        if (!found.equals(expected)) {
            throw failureWithActualExpected(
                    found,
                    expected,
                    "%nExpecting the %s of%n  %s%nto be%n  %s%nbut was%n  %s",
                    property,
                    actual,
                    expected,
                    found);
        }
        return this;
    }
}
