package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchStatusJsonTest {

    private static final BatchTrackingId TRACKING = BatchTrackingId.parse("0127ed8e-ff72-4983-a3d8-e8d8bd378932");

    @Test
    void hasEveryMemberInAFixedOrderAndMasksProductKeys() {
        BatchStatus status = status(List.of(
                device("finished_with_errors", Optional.of(DeviceError.of("808", "ZtdDeviceAssignedToOtherTenant"))),
                device("finished_with_errors", Optional.of(DeviceError.of("806", "ZtdDeviceAlreadyAssigned")))));

        assertThat(BatchStatusJson.of(status.accepting(AcceptedErrors.of("806"))))
                .hasToString("{\"trackingId\":\"0127ed8e-ff72-4983-a3d8-e8d8bd378932\",\"status\":\"finished\","
                        + "\"outcome\":\"someFailed\",\"startedTime\":\"2017-07-25T10:00:00Z\",\"completedTime\":null,"
                        + "\"counts\":{\"total\":2,\"registered\":0,\"failed\":1,\"unsettled\":0,\"accepted\":1},"
                        + "\"devices\":[{\"deviceId\":null,\"serialNumber\":\"1234567890\","
                        + "\"productKey\":\"*****-*****-*****-*****-13579\",\"status\":\"finished_with_errors\","
                        + "\"outcome\":\"failed\",\"errorCode\":\"808\",\"errorName\":\"ZtdDeviceAssignedToOtherTenant\","
                        + "\"meaning\":\"Another tenant has registered the device.\","
                        + "\"remedy\":\"Have the previous owner or reseller deregister it; failing that, ask vendor support with"
                        + " proof of ownership.\",\"uploadingAgain\":\"helpsAfterRemoval\"},"
                        + "{\"deviceId\":null,\"serialNumber\":\"1234567890\","
                        + "\"productKey\":\"*****-*****-*****-*****-13579\",\"status\":\"finished_with_errors\","
                        + "\"outcome\":\"accepted\",\"errorCode\":\"806\",\"errorName\":\"ZtdDeviceAlreadyAssigned\","
                        + "\"meaning\":\"The device is already registered in this customer's tenant.\","
                        + "\"remedy\":\"Nothing to do: the device is where it should be.\",\"uploadingAgain\":\"doesNotHelp\"}],"
                        + "\"remarks\":[\"one\",\"two\"]}");
    }

    @Test
    void listsMayBeEmpty() {
        BatchStatus queued = new BatchStatus(
                TRACKING, BatchState.Listed.QUEUED, Optional.empty(), Optional.empty(), List.of(), List.of());

        assertThat(BatchStatusJson.of(queued).text()).endsWith("\"devices\":[],\"remarks\":[]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a"b        | a\\"b
            a\\b        | a\\\\b
            </script>  | \\u003c/script>
            é中        | é中
            """)
    void escapesWhatJsonOrAPageCouldMisread(String text, String written) {
        assertThat(state(text)).contains("\"status\":\"" + written + "\"");
    }

    @Test
    void escapesInvisibleCharacters() {
        assertThat(state("a\n\u202e\u0000\ud800b")).contains("\"status\":\"a\\u000a\\u202e\\u0000\\ud800b\"");
    }

    private static String state(String text) {
        return BatchStatusJson.of(new BatchStatus(
                        TRACKING, BatchState.of(text), Optional.empty(), Optional.empty(), List.of(), List.of()))
                .text();
    }

    private static BatchStatus status(List<DeviceStatus> devices) {
        return new BatchStatus(
                TRACKING,
                BatchState.Listed.FINISHED,
                Optional.of(Instant.parse("2017-07-25T10:00:00Z")),
                Optional.empty(),
                devices,
                List.of("one", "two"));
    }

    private static DeviceStatus device(String state, Optional<DeviceError> error) {
        return new DeviceStatus(
                Optional.empty(),
                Optional.of("1234567890"),
                Optional.of(ProductKey.of("12345-67890-09876-54321-13579")),
                DeviceState.of(state),
                error);
    }
}
