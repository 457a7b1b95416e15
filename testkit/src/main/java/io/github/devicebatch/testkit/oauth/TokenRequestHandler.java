package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Handles the requests for tokens and for device codes: queued replies first, then the handler of the grant type. */
final class TokenRequestHandler implements RequestHandler {

    private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
    private static final String SHORT_DEVICE_CODE = "device_code";

    private final TokenSettings settings;
    private final OAuthErrorResponse errors;
    private final DeviceCodeGrantHandler deviceCodes;
    private final Map<String, GrantHandler> grants;
    private final Queue<Reply> tokenReplies = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> deviceCodeReplies = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> requests = new ConcurrentHashMap<>();

    TokenRequestHandler(
            TokenSettings settings,
            AccessTokens access,
            RefreshTokens refresh,
            DeviceCodes deviceCodes,
            InstantSource time) {
        TokenResponses responses = new TokenResponses(access, refresh, time);
        ClientAuthenticator clients = new ClientAuthenticator(settings, time);
        this.settings = settings;
        this.errors = new OAuthErrorResponse(settings, time);
        this.deviceCodes = new DeviceCodeGrantHandler(settings, clients, responses, deviceCodes);
        this.grants = Map.of(
                "client_credentials",
                new ClientCredentialsGrantHandler(settings, clients, responses),
                "refresh_token",
                new RefreshTokenGrantHandler(settings, clients, responses, refresh),
                DEVICE_CODE,
                this.deviceCodes);
    }

    void addTokenReplies(Reply... replies) {
        tokenReplies.addAll(List.of(replies));
    }

    void addDeviceCodeReplies(Reply... replies) {
        deviceCodeReplies.addAll(List.of(replies));
    }

    /** Returns the number of token requests with a grant type so far. */
    long requests(String grantType) {
        return requests.getOrDefault(standardName(grantType), 0L);
    }

    @Override
    public Optional<RequestHandler.Result> handle(Request request) {
        return TokenRequest.of(request).map(this::reply).map(RequestHandler.Result::with);
    }

    private Reply reply(TokenRequest request) {
        Queue<Reply> replies = switch (request.kind()) {
            case TOKEN -> tokenReplies;
            case DEVICE_CODE -> deviceCodeReplies;
        };
        if (request.kind() == TokenRequest.Kind.TOKEN) {
            request.grantTypes().forEach(grantType -> requests.merge(standardName(grantType), 1L, Long::sum));
        }
        return Optional.ofNullable(replies.poll()).orElseGet(() -> grantOrError(request));
    }

    private Reply grantOrError(TokenRequest request) {
        try {
            return grant(request).withHeader("Cache-Control", "no-store, no-cache");
        } catch (OAuthException error) {
            return errors.of(error, request);
        }
    }

    private HttpReply grant(TokenRequest request) throws OAuthException {
        if (!request.method().equals("POST")) {
            throw OAuthException.invalidRequest(
                    900_561,
                    String.format(
                            Locale.ROOT,
                            "The endpoint only accepts POST requests. Received a %s request.",
                            request.method()));
        }
        if (!settings.allowsTenant(request.tenant())) {
            throw OAuthException.invalidRequest(90_002, "Tenant '" + request.tenant() + "' not found.");
        }
        return switch (request.kind()) {
            case TOKEN -> grantHandler(request.require("grant_type")).reply(request);
            case DEVICE_CODE -> deviceCodes.authorize(request);
        };
    }

    private GrantHandler grantHandler(String grantType) throws OAuthException {
        return Optional.ofNullable(grants.get(standardName(grantType)))
                .orElseThrow(() -> new OAuthException(
                        400,
                        "unsupported_grant_type",
                        70_003,
                        "The app requested an unsupported grant type '" + grantType + "'."));
    }

    /** Returns the standard's name of a grant type: the vendor's library for Java sends a shorter one for device codes. */
    private static String standardName(String grantType) {
        return grantType.equals(SHORT_DEVICE_CODE) ? DEVICE_CODE : grantType;
    }
}
