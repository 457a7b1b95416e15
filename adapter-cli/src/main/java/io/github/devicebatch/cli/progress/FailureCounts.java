package io.github.devicebatch.cli.progress;

import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.Excerpt;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Number of failed devices by the code of their error. Not thread-safe. */
public final class FailureCounts {

    private static final int MAX_CODE_LENGTH = 40;

    private final Map<String, Integer> devices = new LinkedHashMap<>();

    /** Creates counts without a failure. */
    public FailureCounts() {}

    /** Adds failed devices. */
    public void add(Collection<DeviceStatus> failed) {
        failed.forEach(device -> devices.merge(code(device), 1, Integer::sum));
    }

    private static String code(DeviceStatus device) {
        return device.error()
                .map(FailureCounts::codeOrName)
                .map(code -> Excerpt.of(code, MAX_CODE_LENGTH).text())
                .orElse("without a code");
    }

    private static String codeOrName(DeviceError error) {
        return error.code().or(error::name).orElse("without a code");
    }

    /** Returns the most frequent codes: {@code failed: 8 × 808, 3 × 806}; empty without a failure. */
    public String text() {
        return devices.isEmpty() ? "" : "failed: " + MostFrequent.text(devices, (code, count) -> count + " × " + code);
    }
}
