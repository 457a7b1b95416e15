package io.github.devicebatch.cli.options;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converter of positive durations: {@code 90s}, {@code 500ms}, {@code 1h30m} and {@code PT30M}; the unit is mandatory. */
final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern SHORT_FORM =
            Pattern.compile("(?i)(?=\\d)(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?(?:(\\d{1,6})ms)?");

    @Override
    public Duration convert(String text) {
        Duration duration = isBareZero(text) ? Duration.ZERO : parse(text);
        if (!duration.isPositive()) {
            throw new TypeConversionException("the time must be greater than zero, such as 15s");
        }
        return duration;
    }

    /** Returns whether {@code text} is zero without a unit: each converter has its own message for it. */
    private static boolean isBareZero(String text) {
        return text.strip().matches("0+");
    }

    /** Returns the duration in {@code text}, which may be zero or negative. */
    private static Duration parse(String text) {
        String stripped = text.strip();
        if (stripped.matches("\\d+")) {
            throw new TypeConversionException(
                    "add a unit to " + Converters.excerpt(stripped) + ", as in 90s, 30m or 1h30m");
        }
        try {
            Matcher shortForm = SHORT_FORM.matcher(stripped);
            return shortForm.matches() ? sum(shortForm) : Duration.parse(stripped);
        } catch (DateTimeParseException invalid) {
            throw new TypeConversionException(
                    Converters.quoted(stripped) + " is not a duration; use the form 90s, 30m, 1h30m or PT30M");
        }
    }

    private static Duration sum(Matcher shortForm) {
        return Duration.ofHours(amount(shortForm, 1))
                .plusMinutes(amount(shortForm, 2))
                .plusSeconds(amount(shortForm, 3))
                .plusMillis(amount(shortForm, 4));
    }

    private static long amount(Matcher shortForm, int unit) {
        return shortForm.group(unit) == null ? 0 : Long.parseLong(shortForm.group(unit));
    }

    /** Converter of durations that may be zero, written {@code none} or {@code 0s}. */
    static final class OrZero implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            if (text.strip().equalsIgnoreCase("none")) {
                return Duration.ZERO;
            }
            if (isBareZero(text)) {
                throw new TypeConversionException("use none, or a time such as 2m");
            }
            Duration duration = parse(text);
            if (duration.isNegative()) {
                throw new TypeConversionException("the time must not be negative; use none, or a time such as 2m");
            }
            return duration;
        }
    }

    /**
     * Total time to wait.
     *
     * @param time the time; empty for no limit
     */
    record Timeout(Optional<Duration> time) {

        /** No limit. */
        static final Timeout NONE = new Timeout(Optional.empty());
    }

    /** Converter of durations that may be unlimited, written {@code none}. */
    static final class OrNone implements ITypeConverter<Timeout> {

        private static final Duration MAX = Duration.ofDays(3_650);

        @Override
        public Timeout convert(String text) {
            if (text.strip().equalsIgnoreCase("none")) {
                return Timeout.NONE;
            }
            Duration time = isBareZero(text) ? Duration.ZERO : parse(text);
            if (!time.isPositive() || time.compareTo(MAX) > 0) {
                throw new TypeConversionException("use none for no limit, or a time such as 30m");
            }
            return new Timeout(Optional.of(time));
        }
    }
}
