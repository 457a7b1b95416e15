package io.github.devicebatch.cli.options;

import java.util.UUID;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a GUID in its one form; {@link UUID#fromString} alone would take {@code 1-1-1-1-1}. */
final class GuidConverter implements ITypeConverter<UUID> {

    private static final Pattern FORM =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    @Override
    public UUID convert(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new TypeConversionException("it is no GUID; give one such as d60a4285-aa3e-4b8b-90e2-5a1b5c1c8a5e");
        }
        return UUID.fromString(text);
    }
}
