package io.github.devicebatch.testkit;

import java.time.InstantSource;
import java.util.Optional;

/** Answers the requests for tokens and for device codes. */
final class TokenDesk implements Desk {

    private final TokenSettings settings;
    private final TokenReplies replies;
    private final Grants grants;
    private final TokenErrorReply errors;

    TokenDesk(TokenSettings settings, TokenReplies replies, Grants grants, InstantSource time) {
        this.settings = settings;
        this.replies = replies;
        this.grants = grants;
        this.errors = new TokenErrorReply(settings, time);
    }

    @Override
    public Optional<Handled> handle(Request request) {
        return TokenPath.of(request.path()).map(path -> Handled.with(answer(request, path)));
    }

    private Reply answer(Request request, TokenPath path) {
        TokenRequest asked = TokenRequest.of(request, path);
        if (path.kind() == TokenPath.Kind.TOKEN) {
            asked.grantTypes().forEach(replies::note);
        }
        return replies.next(path.kind()).orElseGet(() -> granted(request, asked));
    }

    private Reply granted(Request request, TokenRequest asked) {
        try {
            return grant(request, asked).withHeader("Cache-Control", "no-store, no-cache");
        } catch (RefusedGrantException refused) {
            return errors.of(refused.error(), asked);
        }
    }

    private HttpReply grant(Request request, TokenRequest asked) throws RefusedGrantException {
        if (!request.method().equals("POST")) {
            throw TokenError.request(
                    900_561,
                    "The endpoint only accepts POST requests. Received a %s request.".formatted(request.method()));
        }
        if (!settings.allowsTenant(asked.tenant())) {
            throw TokenError.request(90_002, "Tenant '" + asked.tenant() + "' not found.");
        }
        return switch (asked.kind()) {
            case TOKEN -> grants.of(asked.form().require("grant_type")).reply(asked);
            case DEVICE_CODE -> grants.deviceCode(asked);
        };
    }
}
