package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchStatusTest {

    private static final BatchTrackingId ID = BatchTrackingId.parse("0127ed8e-ff72-4983-a3d8-e8d8bd378932");
    private static final BatchState FINISHED = BatchState.Listed.FINISHED;
    private static final Optional<Instant> NEVER = Optional.empty();
    private static final DeviceStatus REGISTERED = row("finished");
    private static final DeviceStatus FAILED =
            row("finished_with_errors", DeviceError.of("808", "ZtdDeviceAssignedToOtherTenant"));

    @Test
    void doesNotTakeTheBatchesWordForSuccess() {
        BatchStatus documentedExample = finished(List.of(FAILED));

        assertThat(documentedExample.isFinal()).isTrue();
        assertThat(documentedExample.outcome()).isEqualTo(BatchOutcome.ALL_FAILED);
    }

    @Test
    void isPendingUntilTheBatchIsFinal() {
        BatchStatus processing =
                new BatchStatus(ID, BatchState.Listed.PROCESSING, NEVER, NEVER, List.of(REGISTERED), List.of());

        assertThat(processing.isFinal()).isFalse();
        assertThat(processing.outcome()).isEqualTo(BatchOutcome.PENDING);
    }

    @Test
    void countsItsRows() {
        assertThat(finished(List.of(REGISTERED, FAILED, row("queued"), REGISTERED))
                        .tally())
                .isEqualTo(new DeviceTally(2, 1, 1));
    }

    @Test
    void listsTheFailedDevicesInTheServicesOrder() {
        DeviceError error = DeviceError.of("812", "ZtdDeviceNotFound");
        DeviceError bareZero = new DeviceError(Optional.of("0"), Optional.empty());
        DeviceStatus finishedButNamesAnError = row("finished", error);
        DeviceStatus failedWithoutAnError = row("finished_with_errors");

        assertThat(finished(List.of(
                                REGISTERED,
                                finishedButNamesAnError,
                                row("queued", error),
                                FAILED,
                                row("finished", bareZero),
                                failedWithoutAnError))
                        .failedDevices())
                .containsExactly(finishedButNamesAnError, FAILED, failedWithoutAnError);
    }

    @Test
    void countsNoErrorAsSuccessUnlessItIsAccepted() {
        DeviceStatus already = row("finished_with_errors", DeviceError.of("806", "ZtdDeviceAlreadyAssigned"));
        BatchStatus asReceived = finished(List.of(REGISTERED, already));
        BatchStatus accepting = asReceived.accepting(AcceptedErrors.of("806"));

        assertThat(asReceived.outcome()).isEqualTo(BatchOutcome.SOME_FAILED);
        assertThat(asReceived.failedDevices()).containsExactly(already);
        assertThat(asReceived.isAccepted(already)).isFalse();
        assertThat(accepting.outcome()).isEqualTo(BatchOutcome.ALL_REGISTERED);
        assertThat(accepting.failedDevices()).isEmpty();
        assertThat(accepting.isAccepted(already)).isTrue();
        assertThat(accepting.tally()).isEqualTo(new DeviceTally(1, 0, 0, 1));
        assertThat(accepting.progress().outcome()).isEqualTo(BatchOutcome.ALL_REGISTERED);
        assertThat(accepting.devices()).isEqualTo(asReceived.devices());
        assertThat(accepting.accepting(AcceptedErrors.NONE)).isEqualTo(asReceived);
    }

    @Test
    void remembersTheCountsOfAcceptedDevices() {
        DeviceStatus already = row("finished_with_errors", DeviceError.of("806", "ZtdDeviceAlreadyAssigned"));
        BatchStatus status = finished(List.of(already)).accepting(AcceptedErrors.of("806"));

        BatchChange change = BatchMemory.empty().changeTo(status);

        assertThat(change.current().tally()).isEqualTo(new DeviceTally(0, 0, 0, 1));
        assertThat(change.failed()).isEmpty();
        assertThat(change.accepted()).containsExactly(already);
        assertThat(change.isProgress()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-07-25T10:00:00Z, 2017-07-25T10:10:00Z, PT10M",
        "2017-07-25T10:00:00Z, 2017-07-25T10:00:00Z, PT0S",
        "2017-07-25T10:10:00Z, 2017-07-25T10:00:00Z,",
        "2017-07-25T10:00:00Z, ,",
        ", 2017-07-25T10:10:00Z,",
        ", ,"
    })
    void tellsHowLongTheServiceTookIfItsTimesAllow(Instant started, Instant completed, Duration duration) {
        BatchStatus status = new BatchStatus(
                ID, FINISHED, Optional.ofNullable(started), Optional.ofNullable(completed), List.of(), List.of());

        assertThat(status.duration()).isEqualTo(Optional.ofNullable(duration));
    }

    @Test
    void copiesItsLists() {
        List<DeviceStatus> devices = new ArrayList<>(List.of(REGISTERED));
        List<String> remarks = new ArrayList<>(List.of("startedTime is no time"));
        BatchStatus status = new BatchStatus(ID, FINISHED, NEVER, NEVER, devices, remarks);

        devices.add(FAILED);
        remarks.clear();

        assertThat(status.devices()).containsExactly(REGISTERED);
        assertThat(status.remarks()).containsExactly("startedTime is no time");
    }

    @Test
    void givesItsListsOutToReadOnly() {
        BatchStatus status = finished(List.of(FAILED));

        for (List<?> list : List.of(status.devices(), status.remarks(), status.failedDevices())) {
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(list::removeLast);
        }
    }

    @Test
    void refusesNullInEveryPart() {
        refused("trackingId", null, FINISHED, NEVER, NEVER);
        refused("state", ID, null, NEVER, NEVER);
        refused("startedTime", ID, FINISHED, null, NEVER);
        refused("completedTime", ID, FINISHED, NEVER, null);
        List<DeviceStatus> devices = Arrays.asList(FAILED, null);
        List<String> remarks = Arrays.asList("remark", null);
        assertThatNullPointerException().isThrownBy(() -> finished(null));
        assertThatNullPointerException().isThrownBy(() -> finished(devices));
        assertThatNullPointerException().isThrownBy(() -> finished(List.of()).accepting(null));
        assertThatNullPointerException()
                .isThrownBy(() -> new BatchStatus(ID, FINISHED, NEVER, NEVER, List.of(), List.of(), null))
                .withMessage("acceptedErrors");
        assertThatNullPointerException().isThrownBy(() -> new BatchStatus(ID, FINISHED, NEVER, NEVER, List.of(), null));
        assertThatNullPointerException()
                .isThrownBy(() -> new BatchStatus(ID, FINISHED, NEVER, NEVER, List.of(), remarks));
    }

    private static void refused(
            String part, BatchTrackingId id, BatchState state, Optional<Instant> started, Optional<Instant> completed) {
        assertThatNullPointerException()
                .isThrownBy(() -> new BatchStatus(id, state, started, completed, List.of(), List.of()))
                .withMessage(part);
    }

    private static BatchStatus finished(List<DeviceStatus> devices) {
        return new BatchStatus(ID, FINISHED, NEVER, NEVER, devices, List.of());
    }
}
