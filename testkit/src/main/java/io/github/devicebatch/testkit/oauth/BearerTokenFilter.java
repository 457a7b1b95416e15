package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import java.util.List;
import java.util.Optional;

/** Lets the token endpoint answer what is for it, and once told to turns down everything else that has no good token. */
record BearerTokenFilter(RequestHandler tokens, AccessTokens access) implements RequestHandler {

    private static final String SCHEME = "Bearer ";

    @Override
    public Optional<RequestHandler.Result> handle(Request request) {
        return tokens.handle(request).or(() -> objectionTo(request).map(RequestHandler.Result::with));
    }

    private Optional<HttpReply> objectionTo(Request request) {
        if (!access.areValidated()) {
            return Optional.empty();
        }
        return bearer(request.values("Authorization"))
                .flatMap(access::find)
                .map(BearerTokenFilter::objectionTo)
                .orElseGet(() -> refused("The access token is missing, unknown, expired or revoked."));
    }

    private static Optional<HttpReply> objectionTo(AccessTokens.Issued token) {
        if (token.audience() != Scope.Audience.PARTNER_CENTER) {
            return refused("The access token is for another resource.");
        }
        return switch (token.kind()) {
            case APP_ONLY, APP_USER -> Optional.empty();
            case APP_USER_WITHOUT_MULTI_FACTOR ->
                Optional.of(Reply.fault(401, "900421", "Multi-factor sign-in is required."));
        };
    }

    private static Optional<HttpReply> refused(String why) {
        return Optional.of(Reply.fault(401, "800001", why));
    }

    private static Optional<String> bearer(List<String> values) {
        return values.size() == 1 && values.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(values.getFirst().substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
