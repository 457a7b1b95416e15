package io.github.devicebatch.testkit.assertions;

import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.DeviceTally;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a {@link BatchStatus}, for AssertJ. Used by one thread. */
@SuppressWarnings("exports") // AssertJ is optional: whoever uses the assertions requires it
public final class BatchStatusAssert extends AbstractAssert<BatchStatusAssert, BatchStatus> {

    private BatchStatusAssert(BatchStatus actual) {
        super(actual, BatchStatusAssert.class);
    }

    /**
     * Begins assertions about a status.
     *
     * @param actual the status
     * @return the assertions
     */
    public static BatchStatusAssert assertThat(BatchStatus actual) {
        return new BatchStatusAssert(actual);
    }

    /**
     * Verifies what became of the devices.
     *
     * @param expected the outcome
     * @return these assertions
     * @throws AssertionError if the rows tell another outcome
     */
    public BatchStatusAssert hasOutcome(BatchOutcome expected) {
        isNotNull();
        return verify("outcome", actual.outcome(), expected);
    }

    /**
     * Verifies the batch's own word.
     *
     * @param expected the state
     * @return these assertions
     * @throws AssertionError if the batch is in another state
     */
    public BatchStatusAssert hasState(BatchState expected) {
        isNotNull();
        return verify("state", actual.state(), expected);
    }

    /**
     * Verifies that the service is done with the batch.
     *
     * @return these assertions
     * @throws AssertionError if it is not
     */
    public BatchStatusAssert isFinal() {
        isNotNull();
        return verify("being final", actual.isFinal(), true);
    }

    /**
     * Verifies that the service is not done with the batch.
     *
     * @return these assertions
     * @throws AssertionError if it is
     */
    public BatchStatusAssert isNotFinal() {
        isNotNull();
        return verify("being final", actual.isFinal(), false);
    }

    /**
     * Verifies how many devices fared how.
     *
     * @param registered how many got in
     * @param failed how many did not
     * @param unsettled how many the service has not decided on
     * @return these assertions
     * @throws AssertionError if the rows tell other numbers
     * @throws IllegalArgumentException if a number is negative
     */
    public BatchStatusAssert hasTally(int registered, int failed, int unsettled) {
        isNotNull();
        return verify("tally", actual.tally(), new DeviceTally(registered, failed, unsettled));
    }

    /**
     * Verifies that exactly these devices failed, in the service's order. A device without a serial number counts as an
     * empty one.
     *
     * @param serialNumbers the serial numbers of the failed devices; none if no device failed
     * @return these assertions
     * @throws AssertionError if other devices failed
     */
    public BatchStatusAssert hasFailedDevices(String... serialNumbers) {
        isNotNull();
        return verify("failed devices", serialNumbers(actual.failedDevices()), List.of(serialNumbers));
    }

    private static List<String> serialNumbers(List<DeviceStatus> devices) {
        return devices.stream().map(device -> device.serialNumber().orElse("")).toList();
    }

    private BatchStatusAssert verify(String what, Object found, Object expected) {
        if (!found.equals(expected)) {
            throw failureWithActualExpected(
                    found,
                    expected,
                    "%nExpecting the %s of%n  %s%nto be%n  %s%nbut was%n  %s",
                    what,
                    actual,
                    expected,
                    found);
        }
        return this;
    }
}
