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

/** Reads a moment as the service writes it: ISO 8601, in UTC when no offset stands there. */
final class TimestampParser {

    /** The default of .NET, 0001-01-01T00:00:00, means that the moment was never set. */
    private static final Instant FIRST_MEANT = Instant.parse("0002-01-01T00:00:00Z");

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private TimestampParser() {}

    /**
     * Reads {@code text}.
     *
     * @return the moment, or empty for one that was never set
     * @throws DateTimeException if {@code text} is no moment
     */
    static Optional<Instant> parse(String text) {
        TemporalAccessor parsed = FORM.parse(text);
        ZoneOffset offset = parsed.query(TemporalQueries.offset());
        Instant instant = LocalDateTime.from(parsed).toInstant(offset == null ? ZoneOffset.UTC : offset);
        return Optional.of(instant).filter(moment -> !moment.isBefore(FIRST_MEANT));
    }
}
