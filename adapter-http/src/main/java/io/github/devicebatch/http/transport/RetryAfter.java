package io.github.devicebatch.http.transport;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Delay that a server asks for: {@code x-ms-retry-after-ms} and {@code retry-after-ms} in milliseconds, {@code Retry-After} in
 * seconds or as a date. The largest value of all three headers counts, so no retry is earlier than any of them. Each header may
 * occur several times and have several values in a line. A fraction is rounded up to milliseconds. Values that are negative,
 * past or malformed are ignored.
 *
 * @param now the time to which a date is relative if the response has no {@code Date}
 */
public record RetryAfter(HttpHeaders headers, Instant now) {

    private static final Duration MAX_DELAY = Duration.ofDays(366);
    private static final int MAX_DIGITS = 15;
    private static final Pattern NUMBER = Pattern.compile("0*+([0-9]*+)(?:\\.([0-9]++))?");

    /** Returns the delay, at most 366 days; empty if there is none. */
    public Optional<Duration> read() {
        return Stream.of(
                        delays("x-ms-retry-after-ms", RetryAfter::milliseconds),
                        delays("retry-after-ms", RetryAfter::milliseconds),
                        delays("Retry-After", RetryAfter::seconds),
                        delays("Retry-After", this::untilDate))
                .flatMap(Function.identity())
                .max(Comparator.naturalOrder())
                .map(delay -> delay.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : delay);
    }

    /** Splits at every comma, also at the one behind the day of the week, which {@link HttpDate} does not need. */
    private Stream<Duration> delays(String header, Function<String, Optional<Duration>> form) {
        return headers.allValues(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .map(form)
                .flatMap(Optional::stream);
    }

    private Optional<Duration> untilDate(String text) {
        return HttpDate.parse(text)
                .map(until -> Duration.between(serverNow(), until))
                .filter(Duration::isPositive);
    }

    private Instant serverNow() {
        return headers.firstValue("Date").flatMap(HttpDate::parse).orElse(now);
    }

    private static Optional<Duration> seconds(String text) {
        return number(text, 3);
    }

    private static Optional<Duration> milliseconds(String text) {
        return number(text, 0);
    }

    /**
     * Returns a number as a delay; one with too many digits as the longest delay.
     *
     * @param decimals how many digits the decimal point moves to the right to get milliseconds
     */
    private static Optional<Duration> number(String text, int decimals) {
        Matcher number = NUMBER.matcher(text);
        if (text.isEmpty() || !number.matches()) {
            return Optional.empty();
        }
        String whole = number.group(1);
        String fraction = Optional.ofNullable(number.group(2)).orElse("");
        String digits = whole + (fraction + "000").substring(0, decimals);
        if (digits.length() > MAX_DIGITS) {
            return Optional.of(MAX_DELAY);
        }
        boolean isRoundedUp = fraction.chars().skip(decimals).anyMatch(digit -> digit != '0');
        return Optional.of(Duration.ofMillis((digits.isEmpty() ? 0 : Long.parseLong(digits)) + (isRoundedUp ? 1 : 0)));
    }
}
