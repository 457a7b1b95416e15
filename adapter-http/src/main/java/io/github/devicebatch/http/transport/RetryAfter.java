package io.github.devicebatch.http.transport;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads how long the service asks to be left alone: {@code x-ms-retry-after-ms}, else {@code retry-after-ms}, else
 * {@code Retry-After} as seconds or as any of the three forms of an HTTP date. Of several values the largest counts; what
 * is negative, past or no time at all counts for nothing.
 */
public record RetryAfter(HttpHeaders headers, Instant now) {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_DIGITS = 15;

    /** RFC 1123, RFC 850 and the form of C's asctime. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.US)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC));

    public Optional<Duration> read() {
        return largest("x-ms-retry-after-ms", text -> number(text).map(Duration::ofMillis))
                .or(() -> largest("retry-after-ms", text -> number(text).map(Duration::ofMillis)))
                .or(() -> largest("Retry-After", this::secondsOrDate))
                .map(told -> told.compareTo(LONGEST) > 0 ? LONGEST : told);
    }

    private Optional<Duration> largest(String header, Function<String, Optional<Duration>> form) {
        return headers.allValues(header).stream()
                .map(String::strip)
                .map(form)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private Optional<Duration> secondsOrDate(String text) {
        return number(text)
                .map(Duration::ofSeconds)
                .or(() -> date(text)
                        .map(until -> Duration.between(serverNow(), until))
                        .filter(Duration::isPositive));
    }

    private Instant serverNow() {
        return headers.firstValue("Date").flatMap(RetryAfter::date).orElse(now);
    }

    /** Reads a whole number; one beyond any sense is the largest that makes sense. */
    private static Optional<Long> number(String text) {
        if (!text.matches("[0-9]+")) {
            return Optional.empty();
        }
        String digits = text.replaceFirst("^0+(?=.)", "");
        return Optional.of(digits.length() > MOST_DIGITS ? LONGEST.toMillis() : Long.parseLong(digits));
    }

    private static Optional<Instant> date(String text) {
        return DATES.stream()
                .map(form -> parsed(form, text))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Instant> parsed(DateTimeFormatter form, String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, form).toInstant());
        } catch (DateTimeException anotherForm) {
            return Optional.empty();
        }
    }
}
