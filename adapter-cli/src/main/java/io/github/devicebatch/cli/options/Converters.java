package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.input.ReferenceText;
import io.github.devicebatch.cli.terminal.ColorPolicy;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.RateLimitSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converters of option values, by type. An error message repeats at most 40 characters of a value, and nothing of a URL. */
public final class Converters {

    private static final int MAX_EXCERPT = 40;
    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");
    private static final Set<String> YES = Set.of("true", "1", "yes", "on");
    private static final Set<String> NO = Set.of("false", "0", "no", "off");
    private static final Pattern RATE = Pattern.compile("(?i)([1-9]\\d{0,5})/s");

    /** The burst is twice the rate, as in {@link RateLimitSettings#DEFAULT}. */
    private static final int BURST_FACTOR = 2;

    private Converters() {}

    /** Registers the converters with {@code commandLine} and its subcommands, and returns it. */
    public static CommandLine register(CommandLine commandLine, CustomerNames names) {
        return commandLine
                .registerConverter(Boolean.class, Converters::bool)
                .registerConverter(boolean.class, Converters::bool)
                .registerConverter(int.class, Converters::wholeNumber)
                .registerConverter(CustomerId.class, text -> customerId(text, names))
                .registerConverter(URI.class, Converters::url)
                .registerConverter(UUID.class, Converters::guid)
                .registerConverter(RateLimitSettings.class, Converters::rate)
                .registerConverter(ConnectionOptions.Concurrency.class, ConnectionOptions.Concurrency::parse)
                .registerConverter(Cloud.class, constantOf(Cloud.class))
                .registerConverter(ColorPolicy.Mode.class, constantOf(ColorPolicy.Mode.class));
    }

    /** Returns whether {@code text} is a yes: {@code 1}, {@code true}, {@code yes} or {@code on}. */
    public static boolean isTrue(String text) {
        return YES.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean bool(String text) {
        if (!isTrue(text) && !NO.contains(text.toLowerCase(Locale.ROOT))) {
            throw new TypeConversionException(quoted(text) + " is not one of true, false, 1, 0, yes, no, on, off");
        }
        return isTrue(text);
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException invalid) {
            throw new TypeConversionException(quoted(text) + " is not a whole number");
        }
    }

    private static CustomerId customerId(String text, CustomerNames names) {
        try {
            return names.customer(ReferenceText.clean(text));
        } catch (IllegalArgumentException invalid) {
            throw new TypeConversionException(invalid.getMessage());
        }
    }

    /** The message leaves the value out: a URL may contain a password. */
    private static URI url(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException invalid) {
            throw new TypeConversionException("not a URL; use the form https://host");
        }
    }

    /** {@link UUID#fromString} alone accepts {@code 1-1-1-1-1}. */
    private static UUID guid(String text) {
        if (!GUID.matcher(text).matches()) {
            throw new TypeConversionException("not a GUID; use the form d60a4285-aa3e-4b8b-90e2-5a1b5c1c8a5e");
        }
        return UUID.fromString(text);
    }

    static RateLimitSettings rate(String text) {
        String rate = text.strip();
        if (rate.equalsIgnoreCase("none")) {
            return RateLimitSettings.NONE;
        }
        Matcher matcher = RATE.matcher(rate);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    quoted(text) + " is not a rate; use requests per second, such as 5/s, or none");
        }
        int requests = Integer.parseInt(matcher.group(1));
        return RateLimitSettings.perSecond(requests, BURST_FACTOR * requests);
    }

    /** Returns a converter to the constant of {@code type} whose {@code toString} is the value, in any case. */
    public static <E extends Enum<E>> ITypeConverter<E> constantOf(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(quoted(text) + " is not one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Enum::toString)
                                .collect(Collectors.joining(", "))));
    }

    static String quoted(String text) {
        return "\"" + excerpt(text) + "\"";
    }

    static String excerpt(String text) {
        return Excerpt.ofBothEnds(text, MAX_EXCERPT).text();
    }
}
