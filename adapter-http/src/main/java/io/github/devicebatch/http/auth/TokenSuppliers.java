package io.github.devicebatch.http.auth;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.AppCredential;
import io.github.devicebatch.http.AppRegistration;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.RefreshTokenFile;
import io.github.devicebatch.http.json.BodyDecoder;
import io.github.devicebatch.http.json.TokenResponse;
import java.time.Instant;
import java.util.Optional;

/** Makes the sources that ask the identity platform; the first of our types that need MSAL4J are loaded here. */
public final class TokenSuppliers {

    private TokenSuppliers() {}

    public static AccessTokenSource appOnly(IdentityPlatform platform, AppRegistration app, AppCredential credential) {
        requireNonNull(app, "app");
        requireNonNull(credential, "credential");
        TokenEndpointClient exchange = exchange(platform);
        return cached("app-only", platform, () -> {
            Instant now = platform.time().instant();
            TokenResponse answer = new MsalClient(exchange, app, prompt -> {}).appOnly(credential);
            return CachingTokenSupplier.IssuedToken.at(now, answer.access(), answer.lifetime());
        });
    }

    public static AccessTokenSource appAndUser(
            IdentityPlatform platform, AppRegistration app, Optional<AppCredential> credential, RefreshTokenFile file) {
        requireNonNull(app, "app");
        requireNonNull(file, "file");
        return cached("App+User", platform, new RefreshTokenGrant(exchange(platform), app, credential, file));
    }

    private static AccessTokenSource cached(
            String kind, IdentityPlatform platform, CachingTokenSupplier.Request request) {
        return new CachingTokenSupplier(kind + " from " + platform, request, platform.time());
    }

    /** Gives what MSAL4J will send through, if it is there. */
    public static TokenEndpointClient exchange(IdentityPlatform platform) {
        requireNonNull(platform, "platform");
        Msal4j.demand();
        return new TokenEndpointClient(platform, new BodyDecoder());
    }

    /** Tells whether MSAL4J is there, which is an optional dependency. */
    static final class Msal4j {

        private Msal4j() {}

        /**
         * Demands MSAL4J before any of our types that know it is loaded.
         *
         * @throws IllegalStateException if it is missing; the message says what to add
         */
        static void demand() {
            demand("com.microsoft.aad.msal4j.PublicClientApplication", "com.microsoft.azure:msal4j");
            demand(
                    "com.azure.json.JsonSerializable",
                    "com.azure:azure-json, which MSAL4J needs (on the module path, add the"
                            + " option --add-modules com.azure.json)");
        }

        private static void demand(String type, String artifact) {
            try {
                Class.forName(type, false, Msal4j.class.getClassLoader());
            } catch (ClassNotFoundException missing) {
                throw new IllegalStateException(
                        "to get access tokens by itself, devicebatch needs an optional dependency that is missing: add "
                                + artifact,
                        missing);
            }
        }
    }
}
