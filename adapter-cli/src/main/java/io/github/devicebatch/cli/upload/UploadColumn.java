package io.github.devicebatch.cli.upload;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Columns that identify a device, with their names in the vendor's files: the Autopilot CSV and its exports, Partner Center's CSV,
 * and the members of Partner Center's API. Case, spaces and punctuation of a name do not matter.
 */
enum UploadColumn {
    SERIAL_NUMBER("serial number", "Device Serial Number", "Serial Number", "Serial", "Serial No"),
    PRODUCT_KEY("product key", "Windows Product ID", "Product Key", "Product ID", "PKID", "Windows Product Key"),
    HARDWARE_HASH("hardware hash", "Hardware Hash", "Device Hash", "Hardware Data", "Device Hardware Data");

    private final String description;
    private final List<String> names;

    UploadColumn(String description, String... names) {
        this.description = description;
        this.names = Arrays.stream(names).map(UploadColumn::simplified).toList();
    }

    /** Returns the column with a name; empty for any other column. */
    static Optional<UploadColumn> named(String name) {
        String simple = simplified(name);
        return Arrays.stream(values())
                .filter(column -> column.names.contains(simple))
                .findFirst();
    }

    private static String simplified(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    String description() {
        return description;
    }
}
