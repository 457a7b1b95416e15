package io.github.devicebatch.cli.output.table;

import io.github.devicebatch.domain.BatchTotals;
import io.github.devicebatch.domain.BatchTotals.CustomerTotal;
import io.github.devicebatch.domain.BatchTotals.ErrorTotal;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.domain.KnownDeviceError;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tables of totals: failed devices by error and by whether uploading again helps, and devices by customer.
 *
 * @param width the width of the terminal
 */
record TotalsTables(BatchTotals totals, int width) {

    /** Maximum number of rows; so many devices of a single batch need no totals. */
    static final int MAX_ROWS = 20;

    private static final int MAX_CELL_LENGTH = 60;

    /** Returns the failed devices by error; empty for less than two failed devices. */
    List<String> errors() {
        List<ErrorTotal> errors = totals.errors();
        if (totals.devices().failed() < 2) {
            return List.of();
        }
        TextTable table = new TextTable("FAILED", "CODE", "NAME", "WHAT TO DO");
        errors.stream().limit(MAX_ROWS).forEach(total -> {
            Optional<DeviceError> error = total.error();
            table.row(
                    String.valueOf(total.devices()),
                    cell(error.flatMap(DeviceError::code)),
                    cell(error.flatMap(DeviceError::name)),
                    remedy(error));
        });
        if (errors.size() > MAX_ROWS) {
            int others =
                    errors.stream().skip(MAX_ROWS).mapToInt(ErrorTotal::devices).sum();
            table.row(String.valueOf(others), TextTable.NO_VALUE, TextTable.NO_VALUE, "other errors");
        }
        return table.lines(width, List.of("NAME"));
    }

    /** Returns the failed devices by whether uploading again helps; empty for less than two failed devices. */
    List<String> reuploads() {
        if (totals.devices().failed() < 2) {
            return List.of();
        }
        TextTable table = new TextTable("FAILED", "UPLOADING AGAIN HELPS");
        totals.reuploads().forEach((advice, devices) -> table.row(String.valueOf(devices), advice.description()));
        return table.lines(width, List.of());
    }

    /** Returns the devices by customer, those with the most failed devices first; empty for a single customer, and without failures. */
    List<String> customers() {
        List<CustomerTotal> customers = totals.customers();
        if (customers.size() < 2 || totals.devices().failed() == 0) {
            return List.of();
        }
        TextTable table = new TextTable("CUSTOMER", "BATCHES", "REGISTERED", "ACCEPTED", "FAILED", "PENDING");
        customers.stream()
                .sorted(Comparator.comparingInt(
                                (CustomerTotal total) -> total.devices().failed())
                        .reversed())
                .limit(MAX_ROWS)
                .forEach(total -> table.row(
                        total.customer().toString(),
                        String.valueOf(total.batches()),
                        count(total.devices().registered()),
                        count(total.devices().accepted()),
                        count(total.devices().failed()),
                        count(total.devices().unsettled())));
        List<String> lines = table.lines(width, List.of("PENDING", "ACCEPTED", "REGISTERED"));
        return customers.size() <= MAX_ROWS ? lines : withRest(lines, customers.size() - MAX_ROWS);
    }

    private static List<String> withRest(List<String> lines, int others) {
        return Stream.concat(lines.stream(), Stream.of("and " + others + " more customers"))
                .toList();
    }

    private static String count(int devices) {
        return devices == 0 ? TextTable.NO_VALUE : String.valueOf(devices);
    }

    /** Returns a safe and short cell. */
    static String cell(Optional<String> text) {
        return text.map(value -> Excerpt.of(value, MAX_CELL_LENGTH).text()).orElse(TextTable.NO_VALUE);
    }

    /** Returns what to do about an error, in a few words. */
    static String remedy(Optional<DeviceError> error) {
        return error.flatMap(DeviceError::known)
                .map(KnownDeviceError::shortRemedy)
                .orElse("ask vendor support");
    }
}
