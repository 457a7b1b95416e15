package io.github.devicebatch.cli.message;

import java.time.Duration;

/** How long something took, as people say it: {@code 45s}, {@code 10m}, {@code 1h 05m}. */
public final class DurationText {

    private static final Duration BRIEF = Duration.ofSeconds(10);

    private DurationText() {}

    public static String words(Duration duration) {
        if (duration.compareTo(BRIEF) < 0) {
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
        return amount == 0 ? "" : " %02d%s".formatted(amount, unit);
    }
}
