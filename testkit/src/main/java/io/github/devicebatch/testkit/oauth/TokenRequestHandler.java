package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers the requests for tokens and for device codes. */
final class TokenRequestHandler implements RequestHandler {

    private final TokenSettings settings;
    private final TokenReplies replies;
    private final Grants grants;
    private final OAuthErrorResponse errors;

    TokenRequestHandler(TokenSettings settings, TokenReplies replies, Grants grants, InstantSource time) {
        this.settings = settings;
        this.replies = replies;
        this.grants = grants;
        this.errors = new OAuthErrorResponse(settings, time);
    }

    @Override
    public Optional<RequestHandler.Result> handle(Request request) {
        return TokenRequest.TokenPath.of(request.path()).map(path -> RequestHandler.Result.with(answer(request, path)));
    }

    private Reply answer(Request request, TokenRequest.TokenPath path) {
        TokenRequest asked = TokenRequest.of(request, path);
        if (path.kind() == TokenRequest.TokenPath.Kind.TOKEN) {
            asked.grantTypes().forEach(replies::note);
        }
        return replies.next(path.kind()).orElseGet(() -> granted(request, asked));
    }

    private Reply granted(Request request, TokenRequest asked) {
        try {
            return grant(request, asked).withHeader("Cache-Control", "no-store, no-cache");
        } catch (OAuthException.RefusedGrantException refused) {
            return errors.of(refused.error(), asked);
        }
    }

    private HttpReply grant(Request request, TokenRequest asked) throws OAuthException.RefusedGrantException {
        if (!request.method().equals("POST")) {
            throw OAuthException.request(
                    900_561,
                    "The endpoint only accepts POST requests. Received a %s request.".formatted(request.method()));
        }
        if (!settings.allowsTenant(asked.tenant())) {
            throw OAuthException.request(90_002, "Tenant '" + asked.tenant() + "' not found.");
        }
        return switch (asked.kind()) {
            case TOKEN -> grants.of(asked.form().require("grant_type")).reply(asked);
            case DEVICE_CODE -> grants.deviceCode(asked);
        };
    }

    /** The replies that wait for the next requests at the token endpoint, and the count of those that came. Thread-safe. */
    static final class TokenReplies {

        private final Queue<Reply> token = new ConcurrentLinkedQueue<>();
        private final Queue<Reply> deviceCode = new ConcurrentLinkedQueue<>();
        private final Map<String, Long> requests = new ConcurrentHashMap<>();

        void token(Reply... replies) {
            token.addAll(List.of(replies));
        }

        void deviceCode(Reply... replies) {
            deviceCode.addAll(List.of(replies));
        }

        void note(String grantType) {
            requests.merge(Grants.standardName(grantType), 1L, Long::sum);
        }

        long count(String grantType) {
            return requests.getOrDefault(Grants.standardName(grantType), 0L);
        }

        Optional<Reply> next(TokenRequest.TokenPath.Kind kind) {
            return Optional.ofNullable(
                    switch (kind) {
                        case TOKEN -> token.poll();
                        case DEVICE_CODE -> deviceCode.poll();
                    });
        }
    }

    /** Knows every kind of grant. Thread-safe. */
    static final class Grants {

        private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
        private static final String SHORT_DEVICE_CODE = "device_code";

        private final DeviceCodeGrantHandler deviceCode;
        private final Map<String, GrantHandler> grants;

        Grants(
                TokenSettings settings,
                TokenResponses issue,
                RefreshTokens refresh,
                DeviceCodes deviceCodes,
                InstantSource time) {
            ClientAuthenticator authentication = new ClientAuthenticator(settings, time);
            this.deviceCode = new DeviceCodeGrantHandler(settings, authentication, issue, deviceCodes);
            this.grants = Map.of(
                    "client_credentials",
                    new ClientCredentialsGrantHandler(settings, authentication, issue),
                    "refresh_token",
                    new RefreshTokenGrantHandler(settings, authentication, issue, refresh),
                    DEVICE_CODE,
                    deviceCode);
        }

        /** Gives the standard's name for a grant: the vendor's library for Java has a shorter one for device codes. */
        static String standardName(String grantType) {
            return grantType.equals(SHORT_DEVICE_CODE) ? DEVICE_CODE : grantType;
        }

        GrantHandler of(String grantType) throws OAuthException.RefusedGrantException {
            return Optional.ofNullable(grants.get(standardName(grantType)))
                    .orElseThrow(() -> new OAuthException(
                                    400,
                                    "unsupported_grant_type",
                                    70_003,
                                    "The app requested an unsupported grant type '" + grantType + "'.")
                            .refusal());
        }

        /** Gives the reply with a new device code. */
        HttpReply deviceCode(TokenRequest asked) throws OAuthException.RefusedGrantException {
            return deviceCode.begin(asked);
        }
    }
}
