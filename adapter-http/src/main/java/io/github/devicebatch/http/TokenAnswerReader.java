package io.github.devicebatch.http;

import jakarta.json.stream.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a successful answer of the token endpoint, strictly.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, 5.1</a>
 */
final class TokenAnswerReader {

    private static final List<String> MEMBERS = List.of("access_token", "token_type", "expires_in", "refresh_token");

    private TokenAnswerReader() {}

    /** Reads from behind the opening brace. */
    static TokenAnswer read(JsonParser parser) {
        var members = new Members(parser, MEMBERS, 1);
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
        return new TokenAnswer(
                token(AccessToken::of, TokenMembers.demand("access_token", access)),
                TokenMembers.seconds("expires_in", lifetime),
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
