package io.github.devicebatch.testkit.archrules.planted.broken.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A command line, in which access to the process is allowed. */
public record BrokenCommandLine() {

    public static final class Start {}

    /** Each method follows the default locale. */
    public static final class DefaultLocale {

        String number(int number) {
            return "%d".formatted(number) + String.format("%d", number);
        }

        String word(String word) {
            return word.toUpperCase() + word.toLowerCase();
        }

        String date(Instant time) {
            return DateTimeFormatter.ofPattern("uuuu").withZone(ZoneOffset.UTC).format(time);
        }
    }
}
