package io.github.devicebatch.cli.options;

import io.github.devicebatch.domain.Excerpt;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words, in any case. */
public record WordConverter<E extends Enum<E>>(Class<E> words) implements ITypeConverter<E> {

    @Override
    public E convert(String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + Excerpt.of(text, 40) + "\" is none of "
                        + Arrays.stream(words.getEnumConstants())
                                .map(word -> word.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
