package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import jakarta.json.Json;
import java.util.Optional;

/** The device authorization grant (RFC 8628): device codes, and tokens after the user has signed in. */
record DeviceCodeGrantHandler(
        TokenSettings settings, ClientAuthenticator clients, TokenResponses responses, DeviceCodes codes)
        implements GrantHandler {

    /** Returns the reply with a new device code. */
    HttpReply authorize(TokenRequest request) throws OAuthException {
        String clientId = clients.identify(request);
        Scope scope = Scope.ofUser(request.require("scope"), settings);
        DeviceCodes.DeviceCode code = codes.issue(clientId, scope);
        String page = codes.verificationUri().toString();
        String message = "To sign in, use a web browser to open the page " + page + " and enter the code "
                + code.userCode() + " to authenticate.";
        return Reply.json(
                200,
                Json.createObjectBuilder()
                        .add("user_code", code.userCode())
                        .add("device_code", code.code())
                        .add("verification_uri", page)
                        .add("expires_in", codes.lifetime().toSeconds())
                        .add("interval", codes.interval().toSeconds())
                        .add("message", message)
                        .build()
                        .toString());
    }

    @Override
    public HttpReply reply(TokenRequest request) throws OAuthException {
        String clientId = clients.authenticateOrPublic(request);
        Scope scope = codes.redeem(request.require("device_code"), clientId);
        TokenResponses.UserGrant grant = new TokenResponses.UserGrant(request, clientId, scope, settings.userKind());
        Optional<String> refreshToken =
                scope.contains("offline_access") ? Optional.of(responses.refreshToken(grant)) : Optional.empty();
        return responses.onBehalfOfUser(grant, refreshToken);
    }
}
