package io.github.devicebatch.application.upload;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.ProductKey;
import java.util.Optional;

/**
 * What identifies the device of one line of an uploaded list.
 *
 * @param serialNumber the serial number as it stands in the line; blank counts as missing
 * @param productKey the product key
 */
public record UploadLine(Optional<String> serialNumber, Optional<ProductKey> productKey) {

    /** A line without serial number and product key, such as one with only a hardware hash. */
    public static final UploadLine NAMELESS = new UploadLine(Optional.empty(), Optional.empty());

    /**
     * Creates the line.
     *
     * @throws NullPointerException if a part is null
     */
    public UploadLine {
        requireNonNull(serialNumber, "serialNumber");
        requireNonNull(productKey, "productKey");
    }

    /**
     * Creates a line from the text of two cells.
     *
     * @param serialNumber the serial number; blank counts as missing
     * @param productKey the product key; blank counts as missing
     */
    public static UploadLine of(String serialNumber, String productKey) {
        return new UploadLine(
                Optional.of(serialNumber).filter(text -> !text.isBlank()),
                Optional.of(productKey).filter(text -> !text.isBlank()).map(ProductKey::of));
    }
}
