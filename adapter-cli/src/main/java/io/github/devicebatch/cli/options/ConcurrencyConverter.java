package io.github.devicebatch.cli.options;

import io.github.devicebatch.domain.Excerpt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many questions may be under way at once. */
final class ConcurrencyConverter implements ITypeConverter<Integer> {

    /** Each question under way holds a connection. */
    private static final int MOST = 256;

    @Override
    public Integer convert(String text) {
        String number = text.strip();
        if (!number.matches("[1-9]\\d{0,2}") || Integer.parseInt(number) > MOST) {
            throw new TypeConversionException(
                    "\"" + Excerpt.of(text, 40) + "\" is not from 1 to " + MOST + " questions at once");
        }
        return Integer.parseInt(number);
    }
}
