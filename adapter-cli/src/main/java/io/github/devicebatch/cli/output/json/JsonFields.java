package io.github.devicebatch.cli.output.json;

import io.github.devicebatch.cli.terminal.LineBufferedWriter;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.DeviceStatus;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Writer of fields of the current JSON object; a missing value is written as null. */
public record JsonFields(JsonGenerator json) {

    /** Begins an indented document in which invisible characters are escaped. Whole lines are written when it is flushed. */
    public static JsonGenerator document(StandardOutput output) {
        return Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(new LineBufferedWriter(output, JsonEscaper::escape));
    }

    /** Returns the JSON name of a constant: {@code timedOut} for {@code TIMED_OUT}. */
    public static String word(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.name().split("_")) {
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        word.setCharAt(0, Character.toLowerCase(word.charAt(0)));
        return word.toString();
    }

    /** Returns the JSON name of the outcome of a device. */
    public static String outcome(DeviceStatus device, Predicate<DeviceStatus> accepted) {
        return accepted.test(device) ? "accepted" : word(device.outcome());
    }

    public void batch(BatchReference batch) {
        text("customerId", batch.customer());
        text("trackingId", batch.tracking());
    }

    public void text(String name, Object value) {
        json.write(name, value.toString());
    }

    public void text(String name, Optional<?> value) {
        value.ifPresentOrElse(present -> text(name, present), () -> json.writeNull(name));
    }

    public void word(String name, Enum<?> value) {
        json.write(name, word(value));
    }

    public void texts(String name, List<String> values) {
        json.writeStartArray(name);
        values.forEach(json::write);
        json.writeEnd();
    }

    public void number(String name, long value) {
        json.write(name, value);
    }

    public void number(String name, OptionalInt value) {
        value.ifPresentOrElse(present -> json.write(name, present), () -> json.writeNull(name));
    }
}
