package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.json.JsonObject;
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
        JsonObject json = new JsonObject()
                .text("user_code", code.userCode())
                .text("device_code", code.code())
                .text("verification_uri", PAGE)
                .number("expires_in", codes.lifetime().toSeconds())
                .number("interval", codes.interval().toSeconds())
                .text(
                        "message",
                        "To sign in, use a web browser to open the page " + PAGE + " and enter the code "
                                + code.userCode() + " to authenticate.");
        return Reply.json(200, json.toString());
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
