package io.github.devicebatch.http.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/** Parser of Partner Center's timestamps: ISO 8601, in UTC if there is no offset. */
final class TimestampParser {

    /** The default of .NET, 0001-01-01T00:00:00, means that the timestamp was never set. */
    private static final Instant FIRST_VALID = Instant.parse("0002-01-01T00:00:00Z");

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** The documented form, with 0 for any digit. An optional Z follows. */
    private static final String DOCUMENTED_FORM = "0000-00-00T00:00:00";

    private TimestampParser() {}

    /**
     * Parses {@code text}.
     *
     * @return the instant; empty if it was never set
     * @throws DateTimeException if {@code text} is not a timestamp
     */
    static Optional<Instant> parse(String text) {
        Instant instant = hasDocumentedForm(text) ? documented(text) : other(text);
        return Optional.of(instant).filter(parsed -> !parsed.isBefore(FIRST_VALID));
    }

    private static boolean hasDocumentedForm(String text) {
        int length = DOCUMENTED_FORM.length();
        if (text.length() != length && !(text.length() == length + 1 && text.charAt(length) == 'Z')) {
            return false;
        }
        for (int index = 0; index < length; index++) {
            char form = DOCUMENTED_FORM.charAt(index);
            char character = text.charAt(index);
            if (form == '0' ? character < '0' || character > '9' : character != form) {
                return false;
            }
        }
        return true;
    }

    /** Parses the documented form without a formatter, which allocates 1.8 KB for a timestamp. */
    private static Instant documented(String text) {
        LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
        return LocalDateTime.of(date, time).toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static Instant other(String text) {
        TemporalAccessor parsed = FORM.parse(text);
        ZoneOffset offset = parsed.query(TemporalQueries.offset());
        return LocalDateTime.from(parsed).toInstant(offset == null ? ZoneOffset.UTC : offset);
    }
}
