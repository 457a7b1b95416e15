package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import java.util.List;
import java.util.Optional;

/** Rejects requests without a valid bearer token, if {@link AccessTokens#validated()} was called. */
record BearerTokenFilter(AccessTokens access) implements RequestHandler {

    private static final String SCHEME = "Bearer ";

    @Override
    public Optional<RequestHandler.Result> handle(Request request) {
        return access.areValidated() ? rejection(request).map(RequestHandler.Result::with) : Optional.empty();
    }

    private Optional<HttpReply> rejection(Request request) {
        return bearerToken(request.values("Authorization"))
                .flatMap(access::find)
                .map(BearerTokenFilter::rejection)
                .orElseGet(() -> Optional.of(
                        Reply.fault(401, "800001", "The access token is missing, unknown, expired or revoked.")));
    }

    private static Optional<HttpReply> rejection(AccessTokenKind kind) {
        return switch (kind) {
            case APP_ONLY, APP_USER -> Optional.empty();
            case APP_USER_WITHOUT_MULTI_FACTOR ->
                Optional.of(Reply.fault(401, "900421", "Multi-factor sign-in is required."));
        };
    }

    private static Optional<String> bearerToken(List<String> values) {
        return values.size() == 1 && values.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(values.getFirst().substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
