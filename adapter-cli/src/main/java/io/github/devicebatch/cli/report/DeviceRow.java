package io.github.devicebatch.cli.report;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.domain.ReuploadAdvice;
import java.util.Optional;

/** Texts about one device; not yet escaped. Missing values are empty. */
record DeviceRow(
        String serialNumber,
        String productKey,
        Result result,
        String state,
        String code,
        String name,
        String meaning,
        String remedy,
        String uploadAgain) {

    private static final String UNDOCUMENTED = "not documented";

    /** Result of a device. */
    enum Result {
        REGISTERED("registered", "good"),
        ACCEPTED("accepted", "kept"),
        FAILED("failed", "bad"),
        PENDING("pending", "wait");

        private final String text;
        private final String style;

        Result(String text, String style) {
            this.text = text;
            this.style = style;
        }

        String text() {
            return text;
        }

        /** Returns the class of the style sheet. */
        String style() {
            return style;
        }
    }

    static DeviceRow of(BatchStatus status, DeviceStatus device) {
        Result result = result(status, device);
        Optional<KnownDeviceError> known = device.error().flatMap(DeviceError::known);
        boolean failed = result == Result.FAILED;
        return new DeviceRow(
                device.serialNumber().orElse(""),
                device.productKey().map(ProductKey::toString).orElse(""),
                result,
                device.state().text(),
                device.error().flatMap(DeviceError::code).orElse(""),
                device.error().flatMap(DeviceError::name).orElse(""),
                known.map(KnownDeviceError::meaning).orElse(failed ? UNDOCUMENTED : ""),
                failed ? remedy(known) : "",
                failed
                        ? device.uploadingAgain()
                                .map(ReuploadAdvice::description)
                                .orElse("")
                        : "");
    }

    private static Result result(BatchStatus status, DeviceStatus device) {
        return switch (device.outcome()) {
            case REGISTERED -> Result.REGISTERED;
            case FAILED -> status.isAccepted(device) ? Result.ACCEPTED : Result.FAILED;
            case UNSETTLED -> Result.PENDING;
        };
    }

    /** Returns what to do about an error, as a sentence. */
    static String remedy(Optional<KnownDeviceError> known) {
        return known.map(KnownDeviceError::remedy).orElse("Ask vendor support.");
    }

    /** Returns what an error means, as a sentence. */
    static String meaning(Optional<KnownDeviceError> known) {
        return known.map(KnownDeviceError::meaning).orElse(UNDOCUMENTED);
    }

    /** Returns a name for the device: its serial number, else its product key, else its position. */
    String title(int position) {
        return !serialNumber.isBlank() ? serialNumber : !productKey.isBlank() ? productKey : "device " + position;
    }
}
