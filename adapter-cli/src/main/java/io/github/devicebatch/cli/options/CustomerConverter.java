package io.github.devicebatch.cli.options;

import io.github.devicebatch.domain.CustomerId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a customer id. */
final class CustomerConverter implements ITypeConverter<CustomerId> {

    @Override
    public CustomerId convert(String text) {
        try {
            return CustomerId.parse(text);
        } catch (IllegalArgumentException noId) {
            throw new TypeConversionException(noId.getMessage());
        }
    }
}
