package io.github.devicebatch.cli.options;

import io.github.devicebatch.domain.Excerpt;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 90s}, {@code 500ms}, {@code 30m}, {@code 1h30m} and {@code PT30M}; a number needs its unit. */
final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern SHORT_FORM =
            Pattern.compile("(?i)(?=\\d)(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?(?:(\\d{1,6})ms)?");

    @Override
    public Duration convert(String text) {
        Duration duration = isBareZero(text) ? Duration.ZERO : read(text);
        if (!duration.isPositive()) {
            throw new TypeConversionException("give a time longer than none, such as 15s");
        }
        return duration;
    }

    /** Tells whether {@code text} is a zero without a unit, by which people mean none, whatever that would come to. */
    static boolean isBareZero(String text) {
        return text.strip().matches("0+");
    }

    /**
     * Reads a duration of any length, none and less than none among them.
     *
     * @throws TypeConversionException if it is no duration, or has no unit
     */
    static Duration read(String given) {
        String text = given.strip();
        if (text.matches("\\d+")) {
            throw new TypeConversionException("add a unit to " + shown(text) + ", as in 90s, 30m or 1h30m");
        }
        try {
            Matcher shortForm = SHORT_FORM.matcher(text);
            return shortForm.matches() ? sum(shortForm) : Duration.parse(text);
        } catch (DateTimeParseException noDuration) {
            throw new TypeConversionException(
                    "\"" + shown(text) + "\" is no duration; write it as 90s, 30m, 1h30m or PT30M");
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

    private static String shown(String text) {
        return Excerpt.of(text, 40).text();
    }

    /** Reads a time that may be none: a duration, {@code 0s}, or {@code none}. */
    static final class OrZero implements ITypeConverter<Duration> {

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

    /**
     * How long to wait in all.
     *
     * @param time the time; empty to wait until it is over, however long that takes
     */
    record Timeout(Optional<Duration> time) {

        /** Without end. */
        static final Timeout ENDLESS = new Timeout(Optional.empty());

        static Timeout of(Duration time) {
            return new Timeout(Optional.of(time));
        }
    }

    /** Reads how long to wait: a duration, or {@code none} for no end. */
    static final class OrNone implements ITypeConverter<Timeout> {

        private static final Duration LONGEST = Duration.ofDays(3_650);

        @Override
        public Timeout convert(String text) {
            if (text.strip().equalsIgnoreCase("none")) {
                return Timeout.ENDLESS;
            }
            Duration time = DurationConverter.isBareZero(text) ? Duration.ZERO : DurationConverter.read(text);
            if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
                throw new TypeConversionException("use none to wait without an end, or give a time such as 30m");
            }
            return Timeout.of(time);
        }
    }
}
