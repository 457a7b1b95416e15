package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** Makes the sources that ask the identity platform; the first of our types that need MSAL4J are loaded here. */
final class TokenSources {

    private TokenSources() {}

    static AccessTokenSource appOnly(IdentityPlatform platform, AppRegistration app, AppCredential credential) {
        requireNonNull(app, "app");
        requireNonNull(credential, "credential");
        PlatformExchange exchange = exchange(platform);
        return cached("app-only", platform, () -> {
            Instant now = platform.time().instant();
            TokenAnswer answer = new Conversation(exchange, app, prompt -> {}).appOnly(credential);
            return Issued.at(now, answer.access(), answer.lifetime());
        });
    }

    static AccessTokenSource appAndUser(
            IdentityPlatform platform, AppRegistration app, Optional<AppCredential> credential, RefreshTokenFile file) {
        requireNonNull(app, "app");
        requireNonNull(file, "file");
        return cached("App+User", platform, new RefreshTokenExchange(exchange(platform), app, credential, file));
    }

    private static AccessTokenSource cached(String kind, IdentityPlatform platform, TokenRequest request) {
        return new CachedTokens(kind + " from " + platform, request, platform.time());
    }

    /** Gives what MSAL4J will send through, if it is there. */
    static PlatformExchange exchange(IdentityPlatform platform) {
        requireNonNull(platform, "platform");
        Msal4j.demand();
        return new PlatformExchange(platform, new BodyDecoder());
    }
}
