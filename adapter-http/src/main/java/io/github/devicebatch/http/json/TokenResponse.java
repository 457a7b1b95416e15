package io.github.devicebatch.http.json;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.credential.RefreshToken;
import jakarta.json.stream.JsonParser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the token endpoint issued.
 *
 * @param access the access token
 * @param lifetime how long it is good, from now on
 * @param refresh a refresh token to use from now on, if one came along
 */
public record TokenResponse(AccessToken access, Duration lifetime, Optional<RefreshToken> refresh) {

    /**
     * Reads a successful answer of the token endpoint, strictly.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, 5.1</a>
     */
    static final class TokenAnswerReader {

        private static final List<String> MEMBERS =
                List.of("access_token", "token_type", "expires_in", "refresh_token");

        private TokenAnswerReader() {}

        /** Reads from behind the opening brace. */
        static TokenResponse read(JsonParser parser) {
            var members = new JsonObjectReader(parser, MEMBERS, 1);
            Optional<String> access = Optional.empty();
            Optional<String> kind = Optional.empty();
            Optional<String> lifetime = Optional.empty();
            Optional<String> refresh = Optional.empty();
            while (members.next()) {
                switch (members.name()) {
                    case "access_token" -> access = members.text();
                    case "token_type" -> kind = members.text();
                    case "expires_in" -> lifetime = members.textOrNumber();
                    default -> refresh = members.text();
                }
            }
            if (!kind.orElse("").equalsIgnoreCase("Bearer")) {
                throw new UnreadableBodyException("member token_type is not Bearer");
            }
            return new TokenResponse(
                    token(AccessToken::of, JsonObjectReader.TokenMembers.demand("access_token", access)),
                    JsonObjectReader.TokenMembers.seconds("expires_in", lifetime),
                    refresh.map(text -> token(RefreshToken::of, text)));
        }

        private static <T> T token(Function<String, T> kind, String text) {
            try {
                return kind.apply(text);
            } catch (IllegalArgumentException noToken) {
                throw new UnreadableBodyException(noToken.getMessage());
            }
        }
    }
}
