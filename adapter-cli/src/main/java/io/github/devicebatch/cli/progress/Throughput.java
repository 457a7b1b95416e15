package io.github.devicebatch.cli.progress;

import io.github.devicebatch.cli.message.DurationText;
import java.time.Duration;
import java.util.Locale;

/**
 * Average rate of something that is counted, and the time that the rest takes at this rate.
 *
 * @param counted how many were counted
 * @param elapsed in which time
 * @param plural what is counted
 */
public record Throughput(long counted, Duration elapsed, String plural) {

    private static final Duration MIN_ELAPSED = Duration.ofSeconds(2);
    private static final double SECONDS_OF_A_MINUTE = 60;
    private static final double SECONDS_OF_AN_HOUR = 3_600;
    private static final double WITHOUT_TENTHS = 10;

    /**
     * Returns rate and time left: {@code 4.9 batches/s, about 4m 40s left}; empty while nothing is counted, in the first two seconds,
     * and if nothing is left.
     *
     * @param rest how many are left
     */
    public String text(long rest) {
        if (counted <= 0 || rest <= 0 || elapsed.compareTo(MIN_ELAPSED) < 0) {
            return "";
        }
        double seconds = elapsed.toMillis() / 1_000.0;
        Duration left = rounded(Duration.ofSeconds((long) Math.ceil(rest * seconds / counted)));
        return rate(counted / seconds) + ", about " + DurationText.format(left) + " left";
    }

    private String rate(double perSecond) {
        if (perSecond >= 1) {
            return number(perSecond) + " " + plural + "/s";
        }
        double perMinute = perSecond * SECONDS_OF_A_MINUTE;
        return perMinute >= 1
                ? number(perMinute) + " " + plural + "/min"
                : number(perSecond * SECONDS_OF_AN_HOUR) + " " + plural + "/h";
    }

    private static String number(double rate) {
        return String.format(Locale.ROOT, rate < WITHOUT_TENTHS ? "%.1f" : "%.0f", rate);
    }

    /** An estimate is not exact to the second: the longer it is, the coarser. */
    private static Duration rounded(Duration left) {
        long step = left.toMinutes() < 1 ? 5 : left.toMinutes() < 10 ? 10 : left.toHours() < 1 ? 60 : 300;
        return Duration.ofSeconds((left.toSeconds() + step - 1) / step * step);
    }
}
