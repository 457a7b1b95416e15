package io.github.devicebatch.testkit.scenario;

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

/** Reads the single values of a scenario; what is none fails with its place. */
public final class ValueReader {

    private static final Pattern SHORT_DURATION =
            Pattern.compile("(?=\\d)(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?(?:(\\d{1,6})ms)?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");

    private ValueReader() {}

    static String text(JsonNode node) {
        return node.text("a string");
    }

    /** Reads a text that is not blank; {@code example} says in the message what it may be. */
    static String words(JsonNode node, String example) {
        String text = node.text(example);
        if (text.isBlank()) {
            throw node.insteadOf(example);
        }
        return text;
    }

    static boolean truth(JsonNode node) {
        if (node instanceof JsonNode.Truth truth) {
            return truth.value();
        }
        throw node.insteadOf("true or false");
    }

    public static long whole(JsonNode node) {
        if (node instanceof JsonNode.Numeral number
                && WHOLE.matcher(number.digits()).matches()) {
            return Long.parseLong(number.digits());
        }
        throw node.insteadOf("a whole number");
    }

    /** Reads a whole number that is not below 0. */
    static long size(JsonNode node) {
        long size = whole(node);
        if (size < 0) {
            throw node.insteadOf("a whole number from 0 on");
        }
        return size;
    }

    static int count(JsonNode node) {
        long size = size(node);
        if (size > Integer.MAX_VALUE) {
            throw node.insteadOf("a whole number up to " + Integer.MAX_VALUE);
        }
        return (int) size;
    }

    static int http(JsonNode node) {
        long status = whole(node);
        if (status < 100 || status > 599) {
            throw node.insteadOf("an HTTP status from 100 to 599");
        }
        return (int) status;
    }

    static double fraction(JsonNode node) {
        if (node instanceof JsonNode.Numeral number) {
            return Double.parseDouble(number.digits());
        }
        throw node.insteadOf("a number");
    }

    /** Reads a value from its text; {@code parse} says what is wrong by an {@link IllegalArgumentException}. */
    static <T> T parsed(JsonNode node, Function<String, T> parse) {
        String text = text(node);
        return checked(node, () -> parse.apply(text));
    }

    /** Makes something of {@code node}, whose place is added to whatever an {@link IllegalArgumentException} says. */
    static <T> T checked(JsonNode node, Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            throw new JsonException(node.position(), wrong.getMessage());
        }
    }

    static Duration duration(JsonNode node) {
        String example =
                "a duration in quotation marks, with its unit, such as \"90s\", \"1h30m\", \"500ms\" or \"PT30M\"";
        String text = node.text(example);
        try {
            Matcher form = SHORT_DURATION.matcher(text);
            return form.matches() ? sum(form) : Duration.parse(text);
        } catch (DateTimeParseException noDuration) {
            throw node.insteadOf(example);
        }
    }

    /** Reads a time as the service writes it: UTC without saying so; one that says its offset is welcome too. */
    static Instant time(JsonNode node) {
        String example = "a time such as \"2017-07-25T10:00:00\", in UTC";
        String text = node.text(example);
        try {
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException noTime) {
            throw node.insteadOf(example);
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
