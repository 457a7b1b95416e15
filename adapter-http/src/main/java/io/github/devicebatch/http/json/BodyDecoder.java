package io.github.devicebatch.http.json;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.domain.BatchStatus;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.stream.JsonParser;
import java.util.function.Function;
import org.eclipse.yasson.JsonBindingProvider;
import org.eclipse.yasson.YassonJsonb;

/** Strict decoder of response bodies. Expensive to create, because it holds a JSON binding. Thread-safe. */
public final class BodyDecoder {

    private final YassonJsonb jsonb = (YassonJsonb) new JsonBindingProvider()
            .create()
            .withProvider(new NoJsonProvider())
            .withConfig(new JsonbConfig().withDeserializers(new BatchStatusDeserializer(), new FaultDeserializer()))
            .build();

    /**
     * Decodes the status of a batch.
     *
     * @throws UnreadableBodyException if the body is anything but one well-formed BatchUploadDetails
     */
    public BatchStatus status(byte[] body) {
        return decode(body, parser -> jsonb.fromJson(parser, BatchStatus.class));
    }

    /** Decodes the body of an error. Returns {@link Fault#UNEXPLAINED} if it can't be decoded. */
    public Fault fault(byte[] body) {
        try {
            return decode(body, parser -> jsonb.fromJson(parser, Fault.class));
        } catch (UnreadableBodyException unexplained) {
            return Fault.UNEXPLAINED;
        }
    }

    /**
     * Decodes a successful response of the token endpoint.
     *
     * @throws UnreadableBodyException if the body is anything but one well-formed response with an access token
     */
    public TokenResponse token(byte[] body) {
        return decode(body, parser -> TokenResponse.read(inObject(parser)));
    }

    /**
     * Decodes a successful response of the device authorization endpoint.
     *
     * @throws UnreadableBodyException if the body is anything but one well-formed response with the codes
     */
    public DeviceAuthorizationResponse deviceCode(byte[] body) {
        return decode(body, parser -> DeviceAuthorizationResponse.read(inObject(parser)));
    }

    /** Skips the opening brace, which was checked before. */
    private static JsonParser inObject(JsonParser parser) {
        parser.next();
        return parser;
    }

    private <T> T decode(byte[] body, Function<JsonParser, T> reader) {
        int start = startOfObject(body);
        try (JsonParser parser = new Utf8JsonParser(body, start)) {
            T decoded = reader.apply(parser);
            if (parser.hasNext()) {
                throw new UnreadableBodyException("something follows the JSON object");
            }
            return decoded;
        } catch (RuntimeException failure) {
            throw unreadable(failure);
        }
    }

    /** Drops the exceptions of the binding and its parser: they are of many types, and their messages quote the body. */
    private static UnreadableBodyException unreadable(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableBodyException why) {
                return why;
            }
        }
        return new UnreadableBodyException("it is not well-formed JSON in UTF-8");
    }

    private static int startOfObject(byte[] body) {
        int start = hasByteOrderMark(body) ? 3 : 0;
        while (start < body.length && " \t\r\n".indexOf(body[start]) >= 0) {
            start++;
        }
        if (start == body.length) {
            throw new UnreadableBodyException("it is empty");
        }
        if (body[start] != '{') {
            throw new UnreadableBodyException("it is not a JSON object");
        }
        return start;
    }

    private static boolean hasByteOrderMark(byte[] body) {
        return body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
    }
}
