package io.github.devicebatch.cli.terminal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Format of a time of the command's clock in a time zone: {@code 10:42:07}, with the date unless it is today.
 *
 * @param time the clock that decides which day is today
 * @param zone the time zone
 */
public record ClockFormat(InstantSource time, ZoneId zone) {

    public String format(Instant instant) {
        ZonedDateTime local = WallClock.show(time, instant).atZone(zone);
        LocalDate today = WallClock.show(time, time.instant()).atZone(zone).toLocalDate();
        String pattern =
                (local.toLocalDate().equals(today) ? "" : "uuuu-MM-dd ") + "HH:mm:ss" + (showsZone() ? " z" : "");
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(local);
    }

    /** The zone is printed if it is a fixed offset such as UTC: then the reader is probably in another zone. */
    private boolean showsZone() {
        return zone.getRules().isFixedOffset();
    }
}
