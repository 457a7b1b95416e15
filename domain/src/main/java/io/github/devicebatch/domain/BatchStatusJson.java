package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The JSON form of a batch status (RFC 8259), for programs that pass it on. Its members are those of a status in the output of the
 * command: {@code trackingId}, {@code status}, {@code outcome}, {@code startedTime}, {@code completedTime}, {@code counts},
 * {@code devices} and {@code remarks}.
 *
 * <p>Product keys are masked. A missing value is {@code null}. Times are UTC and end in {@code Z}. Texts of the service are unchanged;
 * invisible characters and {@code <} are written as escapes. The schema is the resource
 * {@code META-INF/devicebatch/batch-status-1.schema.json} of this module; members can be added without another number.
 *
 * @param text the JSON object, without line breaks
 */
public record BatchStatusJson(String text) {

    private static final HexFormat HEX = HexFormat.of();

    /**
     * Creates the form from its text.
     *
     * @throws NullPointerException if {@code text} is null
     */
    public BatchStatusJson {
        requireNonNull(text, "text");
    }

    /**
     * Creates the form of a status.
     *
     * @throws NullPointerException if {@code status} is null
     */
    public static BatchStatusJson of(BatchStatus status) {
        Writer writer = new Writer();
        writer.open('{');
        writer.text("trackingId", status.trackingId());
        writer.text("status", status.state().text());
        writer.text("outcome", word(status.outcome()));
        writer.text("startedTime", status.startedTime());
        writer.text("completedTime", status.completedTime());
        counts(status.tally(), writer);
        devices(status, writer);
        writer.name("remarks");
        writer.open('[');
        status.remarks().forEach(writer::element);
        writer.close(']');
        writer.close('}');
        return new BatchStatusJson(writer.text.toString());
    }

    private static void counts(DeviceTally tally, Writer writer) {
        writer.name("counts");
        writer.open('{');
        writer.number("total", tally.total());
        writer.number("registered", tally.registered());
        writer.number("failed", tally.failed());
        writer.number("unsettled", tally.unsettled());
        writer.number("accepted", tally.accepted());
        writer.close('}');
    }

    private static void devices(BatchStatus status, Writer writer) {
        writer.name("devices");
        writer.open('[');
        status.devices().forEach(device -> device(status, device, writer));
        writer.close(']');
    }

    private static void device(BatchStatus status, DeviceStatus device, Writer writer) {
        Optional<KnownDeviceError> known = device.error().flatMap(DeviceError::known);
        writer.separate();
        writer.open('{');
        writer.text("deviceId", device.deviceId());
        writer.text("serialNumber", device.serialNumber());
        writer.text("productKey", device.productKey());
        writer.text("status", device.state().text());
        writer.text("outcome", status.isAccepted(device) ? "accepted" : word(device.outcome()));
        writer.text("errorCode", device.error().flatMap(DeviceError::code));
        writer.text("errorName", device.error().flatMap(DeviceError::name));
        writer.text("meaning", known.map(KnownDeviceError::meaning));
        writer.text("remedy", known.map(KnownDeviceError::remedy));
        writer.text("uploadingAgain", device.uploadingAgain().map(BatchStatusJson::word));
        writer.close('}');
    }

    /** Returns the JSON name of a constant: {@code allFailed} for {@code ALL_FAILED}. */
    private static String word(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.name().split("_")) {
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        word.setCharAt(0, Character.toLowerCase(word.charAt(0)));
        return word.toString();
    }

    /** Returns the JSON object. */
    @Override
    public String toString() {
        return text;
    }

    /** Text of a JSON value that is being written. */
    private record Writer(StringBuilder text) {

        Writer() {
            this(new StringBuilder());
        }

        void open(char bracket) {
            text.append(bracket);
        }

        void close(char bracket) {
            text.append(bracket);
        }

        /** Writes a comma unless the object or array is empty. */
        void separate() {
            char last = text.isEmpty() ? '{' : text.charAt(text.length() - 1);
            if (last != '{' && last != '[' && last != ':') {
                text.append(',');
            }
        }

        void name(String name) {
            separate();
            string(name);
            text.append(':');
        }

        void number(String name, int value) {
            name(name);
            text.append(value);
        }

        void text(String name, Object value) {
            name(name);
            string(value.toString());
        }

        void text(String name, Optional<?> value) {
            name(name);
            value.ifPresentOrElse(present -> string(present.toString()), () -> text.append("null"));
        }

        void element(String value) {
            separate();
            string(value);
        }

        private void string(String value) {
            text.append('"');
            value.chars().forEach(character -> append((char) character));
            text.append('"');
        }

        private void append(char character) {
            if (character == '"' || character == '\\') {
                text.append('\\').append(character);
            } else if (character == '<' || !Excerpt.isVisible(character)) {
                text.append("\\u").append(HEX.toHexDigits(character));
            } else {
                text.append(character);
            }
        }
    }
}
