package io.github.devicebatch.http.json;

import java.util.Locale;

/** Writer of one JSON object of strings and numbers (RFC 8259), without line breaks. Not thread-safe. */
public final class JsonObjectWriter {

    private final StringBuilder text = new StringBuilder("{");

    /** Creates a writer of an object without members. */
    public JsonObjectWriter() {}

    /** Adds a member with a string. */
    public JsonObjectWriter add(String name, String value) {
        name(name);
        string(value);
        return this;
    }

    /** Adds a member with a number. */
    public JsonObjectWriter add(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    /** Returns the object with all members that were added. */
    public String end() {
        return text + "}";
    }

    private void name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        string(name);
        text.append(':');
    }

    private void string(String value) {
        text.append('"');
        value.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                text.append('\\').append((char) unit);
            } else if (unit < ' ') {
                text.append(String.format(Locale.ROOT, "\\u%04x", unit));
            } else {
                text.append((char) unit);
            }
        });
        text.append('"');
    }
}
