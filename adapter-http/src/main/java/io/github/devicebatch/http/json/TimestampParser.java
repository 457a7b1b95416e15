package io.github.devicebatch.http.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
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

    private TimestampParser() {}

    /**
     * Parses {@code text}.
     *
     * @return the instant; empty if it was never set
     * @throws DateTimeException if {@code text} is not a timestamp
     */
    static Optional<Instant> parse(String text) {
        TemporalAccessor parsed = FORM.parse(text);
        ZoneOffset offset = parsed.query(TemporalQueries.offset());
        Instant instant = LocalDateTime.from(parsed).toInstant(offset == null ? ZoneOffset.UTC : offset);
        return Optional.of(instant).filter(parsedInstant -> !parsedInstant.isBefore(FIRST_VALID));
    }
}
