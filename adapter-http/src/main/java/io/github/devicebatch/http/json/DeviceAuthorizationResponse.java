package io.github.devicebatch.http.json;

import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.credential.Secret;
import jakarta.json.stream.JsonParser;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A successful response of the device authorization endpoint.
 *
 * @param deviceCode the code that the app sends to the token endpoint
 * @param userCode the code that the user types
 * @param verificationUri the web page that the user opens
 * @param lifetime how long the codes are valid, from their arrival
 * @param interval the shortest time between two polls of the token endpoint
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.2">RFC 8628, 3.2</a>
 */
public record DeviceAuthorizationResponse(
        Secret deviceCode, String userCode, URI verificationUri, Duration lifetime, Duration interval) {

    private static final List<String> MEMBERS =
            List.of("device_code", "user_code", "verification_uri", "expires_in", "interval");
    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);
    private static final int MAX_CODE_LENGTH = 40;

    /** Reads the object behind its opening brace. */
    static DeviceAuthorizationResponse read(JsonParser parser) {
        var members = new JsonObjectReader(parser, MEMBERS);
        Map<String, String> values = new HashMap<>();
        while (members.next()) {
            members.textOrNumber().ifPresent(value -> values.put(members.name(), value));
        }
        return new DeviceAuthorizationResponse(
                Secret.sent("device code", required(values, "device_code")),
                Excerpt.of(required(values, "user_code"), MAX_CODE_LENGTH).text(),
                webPage(required(values, "verification_uri")),
                JsonObjectReader.seconds("expires_in", Optional.ofNullable(values.get("expires_in"))),
                Optional.ofNullable(values.get("interval"))
                        .filter(text -> !text.equals("0"))
                        .map(text -> JsonObjectReader.seconds("interval", Optional.of(text)))
                        .orElse(DEFAULT_INTERVAL));
    }

    private static String required(Map<String, String> values, String name) {
        return JsonObjectReader.required(name, Optional.ofNullable(values.get(name)));
    }

    /** Accepts web pages only, because a user opens the address. */
    private static URI webPage(String text) {
        if (!text.matches("https?://[!-~]{1,500}")) {
            throw noWebPage();
        }
        try {
            return URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw noWebPage();
        }
    }

    private static UnreadableBodyException noWebPage() {
        return new UnreadableBodyException("member verification_uri is not the address of a web page");
    }
}
