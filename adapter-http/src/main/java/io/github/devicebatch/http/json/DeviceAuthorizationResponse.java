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
 * What the identity platform answers whoever wants to sign a user in by device code.
 *
 * @param deviceCode the code that only the two of them know
 * @param userCode what the user types
 * @param verificationUri where
 * @param lifetime how long the code is good, from now on
 * @param interval how long to wait between two questions whether the user has signed in
 */
public record DeviceAuthorizationResponse(
        Secret deviceCode, String userCode, URI verificationUri, Duration lifetime, Duration interval) {

    /**
     * Reads an answer of the device authorization endpoint, strictly.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.2">RFC 8628, 3.2</a>
     */
    static final class DeviceCodeAnswerReader {

        private static final List<String> MEMBERS =
                List.of("device_code", "user_code", "verification_uri", "expires_in", "interval");
        private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);
        private static final int LONGEST_CODE = 40;

        private DeviceCodeAnswerReader() {}

        /** Reads from behind the opening brace. */
        static DeviceAuthorizationResponse read(JsonParser parser) {
            var members = new JsonObjectReader(parser, MEMBERS, 1);
            Map<String, String> values = new HashMap<>();
            while (members.next()) {
                members.textOrNumber().ifPresent(value -> values.put(members.name(), value));
            }
            return new DeviceAuthorizationResponse(
                    Secret.sent("device code", demand(values, "device_code")),
                    Excerpt.of(demand(values, "user_code"), LONGEST_CODE).text(),
                    address(demand(values, "verification_uri")),
                    JsonObjectReader.TokenMembers.seconds("expires_in", Optional.ofNullable(values.get("expires_in"))),
                    Optional.ofNullable(values.get("interval"))
                            .filter(text -> !text.equals("0"))
                            .map(text -> JsonObjectReader.TokenMembers.seconds("interval", Optional.of(text)))
                            .orElse(USUAL_INTERVAL));
        }

        private static String demand(Map<String, String> values, String name) {
            return JsonObjectReader.TokenMembers.demand(name, Optional.ofNullable(values.get(name)));
        }

        /** Somebody will open it: nothing but a web page will do. */
        private static URI address(String text) {
            if (!text.matches("https?://[!-~]{1,500}")) {
                throw new UnreadableBodyException("member verification_uri is no address of a web page");
            }
            try {
                return URI.create(text);
            } catch (IllegalArgumentException malformed) {
                throw new UnreadableBodyException("member verification_uri is no address of a web page");
            }
        }
    }
}
