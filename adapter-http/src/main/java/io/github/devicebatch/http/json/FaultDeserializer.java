package io.github.devicebatch.http.json;

import io.github.devicebatch.application.Fault;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * Deserializer of errors, in any of these forms:
 *
 * <pre>
 * {"code": …, "description": …}                 Partner Center
 * {"statusCode": …, "message": …}               its gateway
 * {"error": {"code": …, "message": …}}          other Microsoft APIs
 * {"error": …, "error_description": …}          the token endpoint
 * </pre>
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/error-codes">Partner Center error codes</a>
 */
final class FaultDeserializer implements JsonbDeserializer<Fault> {

    private static final List<String> MEMBERS = List.of("code", "description", "message", "error", "error_description");

    @Override
    public Fault deserialize(JsonParser parser, DeserializationContext context, Type type) {
        return read(parser, 1);
    }

    private static Fault read(JsonParser parser, int depth) {
        var members = new JsonObjectReader(parser, MEMBERS);
        Fault fault = Fault.UNEXPLAINED;
        while (members.next()) {
            fault = switch (members.name()) {
                case "code" -> or(fault, members.textOrNumber(), Optional.empty());
                case "error" -> merged(fault, error(parser, members, depth));
                default -> or(fault, Optional.empty(), members.text());
            };
        }
        return fault;
    }

    private static Fault error(JsonParser parser, JsonObjectReader members, int depth) {
        if (depth > 1) {
            throw new UnreadableBodyException("it has an error inside an error");
        }
        Event value = parser.next();
        if (value == Event.START_OBJECT) {
            return read(parser, depth + 1);
        }
        if (value == Event.VALUE_STRING) {
            return new Fault(Optional.of(parser.getString()), Optional.empty());
        }
        throw members.wrongType("a string or an object");
    }

    private static Fault merged(Fault fault, Fault inner) {
        return or(fault, inner.code(), inner.description());
    }

    private static Fault or(Fault fault, Optional<String> code, Optional<String> description) {
        return new Fault(fault.code().or(() -> code), fault.description().or(() -> description));
    }
}
