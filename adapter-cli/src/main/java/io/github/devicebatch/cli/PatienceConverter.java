package io.github.devicebatch.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long to wait: a duration, or {@code none} for no end. */
final class PatienceConverter implements ITypeConverter<Patience> {

    private static final Duration LONGEST = Duration.ofDays(3_650);

    @Override
    public Patience convert(String text) {
        if (text.strip().equalsIgnoreCase("none")) {
            return Patience.ENDLESS;
        }
        Duration time = DurationConverter.isBareZero(text) ? Duration.ZERO : DurationConverter.read(text);
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("use none to wait without an end, or give a time such as 30m");
        }
        return Patience.of(time);
    }
}
