package io.github.devicebatch.http.json;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.http.transport.BoundedBodySubscriber;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.yasson.JsonBindingProvider;
import org.eclipse.yasson.YassonJsonb;

/** Decodes bodies, strictly, through one JSON binding for life. Thread-safe. */
public final class BodyDecoder {

    /** Parsson's own limit on characters lies below what a body may have; the body's is the one that counts. */
    private final JsonParserFactory parsers = Json.createParserFactory(
            Map.of("org.eclipse.parsson.maxParsingLimit", BoundedBodySubscriber.LONGEST_ANSWER));

    private final YassonJsonb jsonb = (YassonJsonb) new JsonBindingProvider()
            .create()
            .withConfig(new JsonbConfig().withDeserializers(new BatchStatusDeserializer(), new FaultDeserializer()))
            .build();

    /**
     * Decodes the body of an answer.
     *
     * @throws UnreadableBodyException if it is anything but one well-formed BatchUploadDetails
     */
    public BatchStatus status(byte[] body) {
        return decode(body, parser -> jsonb.fromJson(parser, BatchStatus.class));
    }

    /** Decodes what the service says of an error; {@link Fault#UNEXPLAINED} if that can't be read. */
    public Fault fault(byte[] body) {
        try {
            return decode(body, parser -> jsonb.fromJson(parser, Fault.class));
        } catch (UnreadableBodyException unexplained) {
            return Fault.UNEXPLAINED;
        }
    }

    /**
     * Decodes what the token endpoint issues.
     *
     * @throws UnreadableBodyException if it is anything but one well-formed answer with an access token
     */
    public TokenResponse token(byte[] body) {
        return decode(body, parser -> TokenResponse.TokenAnswerReader.read(begun(parser)));
    }

    /**
     * Decodes what the identity platform answers whoever wants to sign in by device code.
     *
     * @throws UnreadableBodyException if it is anything but one well-formed answer with the codes
     */
    public DeviceAuthorizationResponse deviceCode(byte[] body) {
        return decode(body, parser -> DeviceAuthorizationResponse.DeviceCodeAnswerReader.read(begun(parser)));
    }

    /** Goes past the opening brace, which a body begins with. */
    private static JsonParser begun(JsonParser parser) {
        parser.next();
        return parser;
    }

    private <T> T decode(byte[] body, Function<JsonParser, T> reader) {
        int start = startOfObject(body);
        try (JsonParser parser = parsers.createParser(utf8(body, start))) {
            T decoded = reader.apply(parser);
            demandEnd(parser);
            return decoded;
        } catch (RuntimeException failure) {
            throw unreadable(failure);
        }
    }

    /** At the end a parser may tell that more follows by saying so, or by failing at it. */
    private static void demandEnd(JsonParser parser) {
        try {
            if (!parser.hasNext()) {
                return;
            }
        } catch (JsonException more) {
            // said below
        }
        throw new UnreadableBodyException("something follows the JSON object");
    }

    /** The binding and its parser fail with many types, and their messages quote the body: none of it goes on. */
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

    private static Reader utf8(byte[] body, int start) {
        return new InputStreamReader(
                new ByteArrayInputStream(body, start, body.length - start),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
