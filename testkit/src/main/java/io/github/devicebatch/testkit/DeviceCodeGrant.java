package io.github.devicebatch.testkit;

import java.util.Optional;

/** Gives device codes, and tokens for them once the user has signed in. */
record DeviceCodeGrant(TokenSettings settings, ClientAuthentication authentication, TokenIssue issue, DeviceCodes codes)
        implements Grant {

    private static final String PAGE = "https://microsoft.com/devicelogin";

    /** Gives the reply with a new code. */
    HttpReply begin(TokenRequest asked) throws RefusedGrantException {
        String clientId = authentication.identify(asked);
        Scope scope = Scope.ofUser(asked.form().require("scope"), settings);
        DeviceCode code = codes.issue(clientId, scope);
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
    public HttpReply reply(TokenRequest asked) throws RefusedGrantException {
        String clientId = authentication.require(asked);
        Scope scope = codes.redeem(asked.form().require("device_code"), clientId);
        SignedIn signedIn = new SignedIn(asked, clientId, scope, settings.signIn());
        Optional<String> refresh =
                scope.asksFor("offline_access") ? Optional.of(issue.refreshToken(signedIn)) : Optional.empty();
        return issue.onBehalf(signedIn, refresh);
    }
}
