package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.InMemoryEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes worlds in which descriptions arrive mangled. */
final class Described {

    private Described() {}

    static ContractEnvironment by(UnaryOperator<BatchStatus> mangling) {
        return InMemoryEnvironment.around(right -> batch -> {
            BatchStatusAnswer answer = right.ask(batch);
            return answer instanceof Found found ? new Found(mangling.apply(found.status()), found.trace()) : answer;
        });
    }

    static BatchStatus with(BatchStatus status, BatchState state, List<DeviceStatus> devices) {
        return new BatchStatus(
                status.trackingId(), state, status.startedTime(), status.completedTime(), devices, status.remarks());
    }

    static BatchStatus withDevices(BatchStatus status, UnaryOperator<DeviceStatus> mangling) {
        return with(
                status, status.state(), status.devices().stream().map(mangling).toList());
    }

    static DeviceStatus with(DeviceStatus device, DeviceState state, Optional<DeviceError> error) {
        return new DeviceStatus(device.deviceId(), device.serialNumber(), device.productKey(), state, error);
    }
}
