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
 * Delay that a server asks for: {@code x-ms-retry-after-ms}, else {@code retry-after-ms}, else {@code Retry-After} in seconds
 * or in any of the three forms of an HTTP date. Of several values the largest counts. Values that are negative, past or
 * malformed are ignored.
 *
 * @param now the time to which a date is relative if the response has no {@code Date}
 */
public record RetryAfter(HttpHeaders headers, Instant now) {

    private static final Duration MAX_DELAY = Duration.ofDays(366);
    private static final int MAX_DIGITS = 15;

    /** RFC 1123, RFC 850 and asctime (RFC 9110, 5.6.7). */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.US)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC));

    /** Returns the delay, at most 366 days; empty if there is none. */
    public Optional<Duration> read() {
        return largest("x-ms-retry-after-ms", text -> number(text).map(Duration::ofMillis))
                .or(() -> largest("retry-after-ms", text -> number(text).map(Duration::ofMillis)))
                .or(() -> largest("Retry-After", this::secondsOrDate))
                .map(delay -> delay.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : delay);
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

    /** Returns a whole number; one with too many digits as the longest delay. */
    private static Optional<Long> number(String text) {
        if (!text.matches("[0-9]+")) {
            return Optional.empty();
        }
        String digits = text.replaceFirst("^0+(?=.)", "");
        return Optional.of(digits.length() > MAX_DIGITS ? MAX_DELAY.toMillis() : Long.parseLong(digits));
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
