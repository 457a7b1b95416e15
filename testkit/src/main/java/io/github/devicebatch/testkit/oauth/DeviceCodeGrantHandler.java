package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** Gives device codes, and tokens for them once the user has signed in. */
record DeviceCodeGrantHandler(
        TokenSettings settings, ClientAuthenticator authentication, TokenResponses issue, DeviceCodes codes)
        implements GrantHandler {

    private static final String PAGE = "https://microsoft.com/devicelogin";

    /** Gives the reply with a new code. */
    HttpReply begin(TokenRequest asked) throws OAuthException.RefusedGrantException {
        String clientId = authentication.identify(asked);
        Scope scope = Scope.ofUser(asked.form().require("scope"), settings);
        DeviceCodes.DeviceCode code = codes.issue(clientId, scope);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("user_code", code.userCode())
                .add("device_code", code.code())
                .add("verification_uri", PAGE)
                .add("expires_in", codes.lifetime().toSeconds())
                .add("interval", codes.interval().toSeconds())
                .add(
                        "message",
                        "To sign in, use a web browser to open the page " + PAGE + " and enter the code "
                                + code.userCode() + " to authenticate.");
        return Reply.json(200, json.build().toString());
    }

    @Override
    public HttpReply reply(TokenRequest asked) throws OAuthException.RefusedGrantException {
        String clientId = authentication.require(asked);
        Scope scope = codes.redeem(asked.form().require("device_code"), clientId);
        TokenResponses.SignedIn signedIn = new TokenResponses.SignedIn(asked, clientId, scope, settings.signIn());
        Optional<String> refresh =
                scope.asksFor("offline_access") ? Optional.of(issue.refreshToken(signedIn)) : Optional.empty();
        return issue.onBehalf(signedIn, refresh);
    }
}
