package io.github.devicebatch.testkit.scenario;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.testkit.json.JsonException;
import io.github.devicebatch.testkit.json.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parsers of the single values of a scenario. Each throws a {@link JsonException} with the position of a wrong value. */
final class ValueReader {

    private static final Pattern SHORT_DURATION =
            Pattern.compile("(?=\\d)(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?(?:(\\d{1,6})ms)?");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,15}");

    private ValueReader() {}

    static String text(JsonNode node) {
        return node.text("a string");
    }

    /** Reads a string that is not blank; {@code expected} describes it in the message. */
    static String nonBlank(JsonNode node, String expected) {
        String text = node.text(expected);
        if (text.isBlank()) {
            throw node.unexpected(expected);
        }
        return text;
    }

    static boolean bool(JsonNode node) {
        if (node instanceof JsonNode.Bool bool) {
            return bool.value();
        }
        throw node.unexpected("true or false");
    }

    static long integer(JsonNode node) {
        if (node instanceof JsonNode.Numeral number
                && INTEGER.matcher(number.digits()).matches()) {
            return Long.parseLong(number.digits());
        }
        throw node.unexpected("a whole number");
    }

    static long size(JsonNode node) {
        long size = integer(node);
        if (size < 0) {
            throw node.unexpected("a whole number from 0 on");
        }
        return size;
    }

    static int count(JsonNode node) {
        long size = size(node);
        if (size > Integer.MAX_VALUE) {
            throw node.unexpected("a whole number up to " + Integer.MAX_VALUE);
        }
        return (int) size;
    }

    static int httpStatus(JsonNode node) {
        long status = integer(node);
        if (status < 100 || status > 599) {
            throw node.unexpected("an HTTP status from 100 to 599");
        }
        return (int) status;
    }

    static double fraction(JsonNode node) {
        if (node instanceof JsonNode.Numeral number) {
            return Double.parseDouble(number.digits());
        }
        throw node.unexpected("a number");
    }

    /** Parses a string; the message of an {@link IllegalArgumentException} of {@code parser} is kept. */
    static <T> T parsed(JsonNode node, Function<String, T> parser) {
        String text = text(node);
        return checked(node, () -> parser.apply(text));
    }

    /** Returns a value; the message of an {@link IllegalArgumentException} or {@link IllegalStateException} is kept. */
    static <T> T checked(JsonNode node, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | IllegalStateException invalid) {
            throw new JsonException(node.position(), requireNonNull(invalid.getMessage()));
        }
    }

    static Duration duration(JsonNode node) {
        String expected =
                "a duration in quotation marks, with its unit, such as \"90s\", \"1h30m\", \"500ms\" or \"PT30M\"";
        String text = node.text(expected);
        try {
            Matcher form = SHORT_DURATION.matcher(text);
            return form.matches() ? sum(form) : Duration.parse(text);
        } catch (DateTimeParseException noDuration) {
            throw node.unexpected(expected);
        }
    }

    /** Reads a time in UTC without an offset, as the service writes it, or with an offset. */
    static Instant time(JsonNode node) {
        String expected = "a time such as \"2017-07-25T10:00:00\", in UTC";
        String text = node.text(expected);
        try {
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException noTime) {
            throw node.unexpected(expected);
        }
    }

    private static Duration sum(Matcher form) {
        return Duration.ofHours(amount(form, 1))
                .plusMinutes(amount(form, 2))
                .plusSeconds(amount(form, 3))
                .plusMillis(amount(form, 4));
    }

    private static long amount(Matcher form, int unit) {
        return form.group(unit) == null ? 0 : Long.parseLong(form.group(unit));
    }
}
