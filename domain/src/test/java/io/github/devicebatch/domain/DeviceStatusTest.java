package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceStatusTest {

    private static final Optional<String> ID = Optional.of("0127ed8e-ff72-4983-a3d8-e8d8bd378932");
    private static final Optional<String> SERIAL = Optional.of("1234567890");
    private static final Optional<ProductKey> KEY = Optional.of(ProductKey.of("00329-00000-0003-AA606"));
    private static final DeviceState STATE = DeviceState.Listed.FINISHED_WITH_ERRORS;
    private static final Optional<DeviceError> ERROR = Optional.of(DeviceError.of("802", "InvalidZtdHardwareHash"));

    @Test
    void printsItsProductKeyMasked() {
        assertThat(new DeviceStatus(ID, SERIAL, KEY, STATE, ERROR).toString())
                .contains("*****-*****-****-AA606", "1234567890", "802 InvalidZtdHardwareHash")
                .doesNotContain("00329", "0003");
    }

    @Test
    void refusesNullInEveryPart() {
        assertThatNullPointerException()
                .isThrownBy(() -> new DeviceStatus(null, SERIAL, KEY, STATE, ERROR))
                .withMessage("deviceId");
        assertThatNullPointerException()
                .isThrownBy(() -> new DeviceStatus(ID, null, KEY, STATE, ERROR))
                .withMessage("serialNumber");
        assertThatNullPointerException()
                .isThrownBy(() -> new DeviceStatus(ID, SERIAL, null, STATE, ERROR))
                .withMessage("productKey");
        assertThatNullPointerException()
                .isThrownBy(() -> new DeviceStatus(ID, SERIAL, KEY, null, ERROR))
                .withMessage("state");
        assertThatNullPointerException()
                .isThrownBy(() -> new DeviceStatus(ID, SERIAL, KEY, STATE, null))
                .withMessage("error");
    }
}
