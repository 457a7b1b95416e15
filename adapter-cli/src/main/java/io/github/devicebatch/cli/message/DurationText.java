package io.github.devicebatch.cli.message;

import java.time.Duration;
import java.util.Locale;

/** Short text for a duration: {@code 4.2s}, {@code 45s}, {@code 10m}, {@code 1h 05m}. */
public final class DurationText {

    private static final Duration TENTHS_BELOW = Duration.ofSeconds(10);

    private DurationText() {}

    /** Returns the duration, cut to two units; to tenths of a second below 10 s. */
    public static String format(Duration duration) {
        if (duration.compareTo(TENTHS_BELOW) < 0) {
            return duration.toSeconds() + (duration.toMillisPart() >= 100 ? "." + duration.toMillisPart() / 100 : "")
                    + "s";
        }
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + "s";
        }
        if (duration.toHours() == 0) {
            return duration.toMinutes() + "m" + rest(duration.toSecondsPart(), "s");
        }
        return duration.toHours() + "h" + rest(duration.toMinutesPart(), "m");
    }

    private static String rest(int amount, String unit) {
        return amount == 0 ? "" : String.format(Locale.ROOT, " %02d%s", amount, unit);
    }
}
