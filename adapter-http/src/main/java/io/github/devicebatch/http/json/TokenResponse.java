package io.github.devicebatch.http.json;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.credential.Secret;
import jakarta.json.stream.JsonParser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A successful response of the token endpoint.
 *
 * @param access the access token
 * @param lifetime how long the access token is valid, from its arrival
 * @param refresh the refresh token to use from now on, if there is one
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, 5.1</a>
 */
public record TokenResponse(Secret access, Duration lifetime, Optional<Secret> refresh) {

    private static final List<String> MEMBERS = List.of("access_token", "token_type", "expires_in", "refresh_token");

    /** Reads the object behind its opening brace. */
    static TokenResponse read(JsonParser parser) {
        var members = new JsonObjectReader(parser, MEMBERS);
        Optional<String> access = Optional.empty();
        Optional<String> type = Optional.empty();
        Optional<String> lifetime = Optional.empty();
        Optional<String> refresh = Optional.empty();
        while (members.next()) {
            switch (members.name()) {
                case "access_token" -> access = members.text();
                case "token_type" -> type = members.text();
                case "expires_in" -> lifetime = members.textOrNumber();
                default -> refresh = members.text();
            }
        }
        if (!type.orElse("").equalsIgnoreCase("Bearer")) {
            throw new UnreadableBodyException("member token_type is not Bearer");
        }
        return new TokenResponse(
                secret(Secret::accessToken, JsonObjectReader.required("access_token", access)),
                JsonObjectReader.seconds("expires_in", lifetime),
                refresh.map(text -> secret(Secret::refreshToken, text)));
    }

    private static Secret secret(Function<String, Secret> factory, String text) {
        try {
            return factory.apply(text);
        } catch (IllegalArgumentException noToken) {
            throw new UnreadableBodyException(requireNonNull(noToken.getMessage()));
        }
    }
}
