package io.github.devicebatch.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time that may be none: a duration, {@code 0s}, or {@code none}. */
final class GraceConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        if (text.strip().equalsIgnoreCase("none")) {
            return Duration.ZERO;
        }
        if (DurationConverter.isBareZero(text)) {
            throw new TypeConversionException("use none, or give a time such as 2m");
        }
        Duration grace = DurationConverter.read(text);
        if (grace.isNegative()) {
            throw new TypeConversionException("a time before now is none; give one such as 2m");
        }
        return grace;
    }
}
