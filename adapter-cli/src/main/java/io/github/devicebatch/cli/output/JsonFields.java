package io.github.devicebatch.cli.output;

import io.github.devicebatch.domain.BatchReference;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Writer of fields of the current JSON object; a missing value is written as null. */
record JsonFields(JsonGenerator json) {

    /** Returns the JSON name of a constant: {@code timedOut} for {@code TIMED_OUT}. */
    static String word(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.name().split("_")) {
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        word.setCharAt(0, Character.toLowerCase(word.charAt(0)));
        return word.toString();
    }

    void batch(BatchReference batch) {
        text("customerId", batch.customer());
        text("trackingId", batch.tracking());
    }

    void text(String name, Object value) {
        json.write(name, value.toString());
    }

    void text(String name, Optional<?> value) {
        value.ifPresentOrElse(present -> text(name, present), () -> json.writeNull(name));
    }

    void word(String name, Enum<?> value) {
        json.write(name, word(value));
    }

    void texts(String name, List<String> values) {
        json.writeStartArray(name);
        values.forEach(json::write);
        json.writeEnd();
    }

    void number(String name, long value) {
        json.write(name, value);
    }

    void number(String name, OptionalInt value) {
        value.ifPresentOrElse(present -> json.write(name, present), () -> json.writeNull(name));
    }
}
