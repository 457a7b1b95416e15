package io.github.devicebatch.cli.terminal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Says when something will be as the clock on the wall shows it: {@code 10:42:07}, with the date if that is another day.
 *
 * @param time tells what day it is
 * @param zone where the wall stands
 */
public record ClockFormat(InstantSource time, ZoneId zone) {

    public String words(Instant instant) {
        ZonedDateTime then = instant.atZone(zone);
        boolean today = then.toLocalDate().equals(time.instant().atZone(zone).toLocalDate());
        String form = (today ? "" : "uuuu-MM-dd ") + "HH:mm:ss" + (isObvious() ? "" : " z");
        return DateTimeFormatter.ofPattern(form, Locale.ENGLISH).format(then);
    }

    /** Nobody lives in UTC: servers and containers do, and those who look at them have another clock on the wall. */
    private boolean isObvious() {
        return !zone.getRules().isFixedOffset();
    }
}
