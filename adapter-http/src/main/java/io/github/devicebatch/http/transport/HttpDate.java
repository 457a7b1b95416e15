package io.github.devicebatch.http.transport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lenient reader of HTTP dates in the three forms of RFC 9110, 5.6.7: RFC 1123, RFC 850 and asctime. The day of the week may be
 * wrong or absent. The zone may be absent, GMT, UTC, UT, Z or an offset. A leap second is the second after 59. A day that its
 * month does not have is in the next month. A year of two digits is in this century.
 */
final class HttpDate {

    private static final String TIME = "(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?";
    private static final String MONTH = "(?<month>[A-Za-z]{3})";
    private static final String DAY = "(?<day>[0-9]{1,2})";
    private static final String YEAR = "(?<year>[0-9]{2}|[0-9]{4})";
    private static final String ZONE = "(?: ?(?:GMT|UTC|UT|Z|(?<offset>[+-][0-9]{2}:?[0-9]{2})))?";

    private static final List<Pattern> FORMS = List.of(
            form("(?:[A-Za-z]+,? *)?" + DAY + "[ -]" + MONTH + "[ -]" + YEAR + " " + TIME + ZONE),
            form("(?:[A-Za-z]+,? +)?" + MONTH + " +" + DAY + " " + TIME + ZONE + " " + YEAR));
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int MAX_LENGTH = 60;
    private static final int LEAP_SECOND = 60;

    private HttpDate() {}

    private static Pattern form(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Returns the time; empty if {@code text} is no date. */
    static Optional<Instant> parse(String text) {
        return text.length() > MAX_LENGTH
                ? Optional.empty()
                : FORMS.stream()
                        .map(form -> form.matcher(text.strip()))
                        .filter(Matcher::matches)
                        .findFirst()
                        .flatMap(HttpDate::instant);
    }

    private static Optional<Instant> instant(Matcher date) {
        try {
            int second = date.group("second") == null ? 0 : number(date, "second");
            LocalTime time =
                    LocalTime.of(number(date, "hour"), number(date, "minute"), Math.min(second, LEAP_SECOND - 1));
            return second > LEAP_SECOND
                    ? Optional.empty()
                    : Optional.of(
                            day(date).atTime(time).toInstant(offset(date)).plusSeconds(second == LEAP_SECOND ? 1 : 0));
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Matcher date) {
        int month = 1 + MONTHS.indexOf(date.group("month").toLowerCase(Locale.ROOT));
        int year = number(date, "year");
        int day = LocalDate.EPOCH.withDayOfMonth(number(date, "day")).getDayOfMonth();
        return LocalDate.of(year < 100 ? 2000 + year : year, month, 1).plusDays(day - 1L);
    }

    private static ZoneOffset offset(Matcher date) {
        return Optional.ofNullable(date.group("offset")).map(ZoneOffset::of).orElse(ZoneOffset.UTC);
    }

    private static int number(Matcher date, String group) {
        return Integer.parseInt(date.group(group));
    }
}
