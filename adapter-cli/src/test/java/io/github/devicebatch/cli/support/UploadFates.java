package io.github.devicebatch.cli.support;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.KnownDeviceError;
import java.util.Locale;
import java.util.Optional;

/**
 * Lines of an upload and their rows, by fates separated by spaces: {@code ok}, {@code run} for a pending device, else the code of its
 * error.
 */
public final class UploadFates {

    public static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\n";

    private UploadFates() {}

    /** Returns the file: {@code SN-640-0,,hash-0==} is the line of the first device, with the fate {@code 640}. */
    public static String upload(String fates) {
        StringBuilder lines = new StringBuilder(HEADER);
        int number = 0;
        for (String fate : fates.split(" ")) {
            lines.append(String.format(Locale.ROOT, "SN-%s-%d,,hash-%d==\n", fate, number, number++));
        }
        return lines.toString();
    }

    /** Returns the rows of the same devices. */
    public static DeviceStatus[] rows(String fates) {
        String[] all = fates.split(" ");
        DeviceStatus[] rows = new DeviceStatus[all.length];
        for (int number = 0; number < all.length; number++) {
            rows[number] = row("SN-" + all[number] + "-" + number, all[number]);
        }
        return rows;
    }

    /** Returns the row of a device. */
    public static DeviceStatus row(String serialNumber, String fate) {
        return new DeviceStatus(
                Optional.empty(),
                Optional.of(serialNumber),
                Optional.empty(),
                switch (fate) {
                    case "ok" -> DeviceState.Listed.FINISHED;
                    case "run" -> DeviceState.Listed.IN_PROGRESS;
                    default -> DeviceState.Listed.FINISHED_WITH_ERRORS;
                },
                fate.matches("\\d+")
                        ? Optional.of(new DeviceError(
                                Optional.of(fate), KnownDeviceError.byCode(fate).map(KnownDeviceError::vendorName)))
                        : Optional.empty());
    }
}
