package io.github.devicebatch.testkit.contract;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.Answers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Queries that break one of the {@link DescriptionPromises} each. */
final class BrokenDescriptions {

    private BrokenDescriptions() {}

    @Breaks("BSQ-01")
    static class ReplacesFinalStates implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return changing(status -> {
                BatchState state = status.isFinal() ? BatchState.Listed.FINISHED : status.state();
                return with(status, state, status.devices());
            });
        }
    }

    @Breaks("BSQ-02")
    static class LowercasesBatchStates implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return changing(status -> {
                BatchState lowercase = BatchState.of(status.state().text().toLowerCase(Locale.ROOT));
                return with(status, lowercase, status.devices());
            });
        }
    }

    @Breaks("BSQ-03")
    static class LowercasesDeviceStates implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return changing(status -> withDevices(status, device -> {
                DeviceState lowercase = DeviceState.of(device.state().text().toLowerCase(Locale.ROOT));
                return with(device, lowercase, device.error());
            }));
        }
    }

    @Breaks("BSQ-04")
    static class DropsUndocumentedErrors implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return changing(status -> withDevices(
                    status,
                    device -> with(
                            device,
                            device.state(),
                            device.error().filter(error -> error.known().isPresent()))));
        }
    }

    @Breaks("BSQ-05")
    static class RemovesDuplicateDevices implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return changing(status -> with(
                    status, status.state(), status.devices().stream().distinct().toList()));
        }
    }

    @Breaks("BSQ-05")
    static class ReadsOnlyTheFirstPage implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return changing(status -> with(
                    status, status.state(), status.devices().stream().limit(100).toList()));
        }
    }

    /** Reports every device of a finished batch as registered. */
    @Breaks("BSQ-06")
    static class ReportsFinishedAsRegistered implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            return changing(status -> status.state() == BatchState.Listed.FINISHED
                    ? withDevices(status, device -> with(device, DeviceState.Listed.FINISHED, Optional.empty()))
                    : status);
        }
    }

    /** Caches the customer of each tracking id. */
    @Breaks("BSQ-07")
    static class ConfusesCustomers implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            Map<BatchTrackingId, CustomerId> customers = new ConcurrentHashMap<>();
            return InMemoryEnvironment.ofDecorator(query -> batch -> query.ask(new BatchReference(
                    customers.computeIfAbsent(batch.tracking(), key -> batch.customer()), batch.tracking())));
        }
    }

    /** Caches the tracking id of each customer. */
    @Breaks("BSQ-08")
    static class ConfusesBatches implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            Map<CustomerId, BatchTrackingId> batches = new ConcurrentHashMap<>();
            return InMemoryEnvironment.ofDecorator(query -> batch -> query.ask(new BatchReference(
                    batch.customer(), batches.computeIfAbsent(batch.customer(), key -> batch.tracking()))));
        }
    }

    @Breaks("BSQ-09")
    static class CachesDescriptions implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            Map<BatchReference, BatchStatusAnswer> cache = new ConcurrentHashMap<>();
            return InMemoryEnvironment.ofDecorator(query -> batch -> {
                BatchStatusAnswer answer = query.ask(batch);
                return answer instanceof Found ? cache.computeIfAbsent(batch, key -> answer) : answer;
            });
        }
    }

    /** Returns a final description once, and then {@code NotFound}. */
    @Breaks("BSQ-10")
    static class ReportsFinalBatchesOnce implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            Set<BatchReference> reported = ConcurrentHashMap.newKeySet();
            return InMemoryEnvironment.ofDecorator(query -> batch -> {
                BatchStatusAnswer answer = query.ask(batch);
                boolean isFinal =
                        answer instanceof Found found && found.status().isFinal();
                return isFinal && !reported.add(batch) ? Answers.notFound() : answer;
            });
        }
    }

    /** Creates an environment whose query changes each description. */
    private static ContractEnvironment changing(UnaryOperator<BatchStatus> change) {
        return InMemoryEnvironment.ofDecorator(query -> batch -> {
            BatchStatusAnswer answer = query.ask(batch);
            return answer instanceof Found found ? new Found(change.apply(found.status()), found.trace()) : answer;
        });
    }

    private static BatchStatus with(BatchStatus status, BatchState state, List<DeviceStatus> devices) {
        return new BatchStatus(
                status.trackingId(), state, status.startedTime(), status.completedTime(), devices, status.remarks());
    }

    private static BatchStatus withDevices(BatchStatus status, UnaryOperator<DeviceStatus> change) {
        return with(
                status, status.state(), status.devices().stream().map(change).toList());
    }

    private static DeviceStatus with(DeviceStatus device, DeviceState state, Optional<DeviceError> error) {
        return new DeviceStatus(device.deviceId(), device.serialNumber(), device.productKey(), state, error);
    }
}
