package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Descriptions.batch;
import static io.github.devicebatch.domain.support.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.domain.BatchTotals.CustomerTotal;
import io.github.devicebatch.domain.BatchTotals.ErrorTotal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTotalsTest {

    private static final CustomerId ONE = CustomerId.parse("47021739-3426-40bf-9601-61b4b6d7c793");
    private static final CustomerId TWO = CustomerId.parse("0c39d6d5-c70d-4c55-bc02-f620844f3fd1");
    private static final DeviceError OTHER_TENANT = DeviceError.of("808", "ZtdDeviceAssignedToOtherTenant");
    private static final DeviceError ALREADY = DeviceError.of("806", "ZtdDeviceAlreadyAssigned");
    private static final DeviceError UNLISTED = DeviceError.of("899", "SomethingNew");
    private static final DeviceStatus REGISTERED = row("finished");

    private final BatchTotals totals = new BatchTotals();

    @Test
    void areEmptyWithoutABatch() {
        assertThat(totals.batches()).isZero();
        assertThat(totals.devices()).isEqualTo(DeviceTally.ZERO);
        assertThat(totals.errors()).isEmpty();
        assertThat(totals.acceptedErrors()).isEmpty();
        assertThat(totals.customers()).isEmpty();
        assertThat(totals.reuploads()).isEmpty();
    }

    @Test
    void addDevicesOfEachCustomer() {
        add(ONE, batch("finished", REGISTERED, failed(OTHER_TENANT)));
        add(TWO, batch("processing", row("processing")));
        add(ONE, batch("finished", REGISTERED));

        assertThat(totals.batches()).isEqualTo(3);
        assertThat(totals.devices()).isEqualTo(new DeviceTally(2, 1, 1));
        assertThat(totals.customers())
                .containsExactly(
                        new CustomerTotal(ONE, 2, new DeviceTally(2, 1, 0)),
                        new CustomerTotal(TWO, 1, new DeviceTally(0, 0, 1)));
    }

    @Test
    void countErrorsByTheDocumentedSpellingTheMostFrequentFirst() {
        DeviceError otherSpelling = DeviceError.of("808", "ZtdDeviceAssignedToAnotherTenant");
        DeviceError codeOnly = new DeviceError(Optional.of("808"), Optional.empty());
        add(ONE, batch("finished", failed(UNLISTED), failed(OTHER_TENANT)));
        add(TWO, batch("finished", failed(otherSpelling), failed(codeOnly), row("finished_with_errors")));

        assertThat(totals.errors())
                .containsExactly(
                        new ErrorTotal(Optional.of(OTHER_TENANT), 3),
                        new ErrorTotal(Optional.of(UNLISTED), 1),
                        new ErrorTotal(Optional.empty(), 1));
    }

    @Test
    void countAcceptedDevicesApart() {
        add(
                ONE,
                batch("finished", failed(ALREADY), failed(ALREADY), failed(OTHER_TENANT))
                        .accepting(AcceptedErrors.of("806")));

        assertThat(totals.devices()).isEqualTo(new DeviceTally(0, 1, 0, 2));
        assertThat(totals.errors()).containsExactly(new ErrorTotal(Optional.of(OTHER_TENANT), 1));
        assertThat(totals.acceptedErrors()).containsExactly(new ErrorTotal(Optional.of(ALREADY), 2));
        assertThat(totals.reuploads()).isEqualTo(Map.of(ReuploadAdvice.HELPS_AFTER_REMOVAL, 1));
    }

    @Test
    void countWhetherUploadingAgainHelps() {
        add(
                ONE,
                batch(
                        "finished",
                        failed(OTHER_TENANT),
                        failed(ALREADY),
                        failed(DeviceError.of("811", "ZtdDeviceRegisteredByOtherTenant")),
                        failed(UNLISTED),
                        row("finished_with_errors")));

        assertThat(totals.reuploads())
                .isEqualTo(Map.of(
                        ReuploadAdvice.HELPS_AFTER_REMOVAL, 2,
                        ReuploadAdvice.DOES_NOT_HELP, 1,
                        ReuploadAdvice.NOT_KNOWN, 2));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> totals.reuploads().clear());
    }

    @Test
    void keepAtMostAThousandDifferentErrors() {
        List<DeviceStatus> rows = IntStream.range(0, 1_005)
                .mapToObj(number -> failed(DeviceError.of("X" + number, "Name" + number)))
                .toList();
        add(ONE, batch("finished", rows));
        add(ONE, batch("finished", rows.getFirst()));

        assertThat(totals.errors())
                .hasSize(1_001)
                .startsWith(
                        new ErrorTotal(Optional.empty(), 5),
                        new ErrorTotal(Optional.of(DeviceError.of("X0", "Name0")), 2));
        assertThat(totals.devices().failed()).isEqualTo(1_006);
    }

    @Test
    void refuseNull() {
        assertThatNullPointerException().isThrownBy(() -> totals.add(null, batch("finished")));
        assertThatNullPointerException()
                .isThrownBy(() -> totals.add(reference(ONE), null))
                .withMessage("status");
        assertThat(totals.batches()).isZero();
    }

    private void add(CustomerId customer, BatchStatus status) {
        totals.add(reference(customer), status);
    }

    private static BatchReference reference(CustomerId customer) {
        return new BatchReference(customer, BatchTrackingId.parse("0127ed8e-ff72-4983-a3d8-e8d8bd378932"));
    }

    private static DeviceStatus failed(DeviceError error) {
        return row("finished_with_errors", error);
    }
}
