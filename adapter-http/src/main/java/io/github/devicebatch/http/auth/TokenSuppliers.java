package io.github.devicebatch.http.auth;

import io.github.devicebatch.http.credential.RefreshTokenStore;
import io.github.devicebatch.http.json.TokenResponse;
import java.time.Instant;

/**
 * Factory of everything that requests tokens. It checks that MSAL4J, an optional dependency, is present before any type of
 * ours that needs it is loaded.
 */
public final class TokenSuppliers {

    private TokenSuppliers() {}

    /**
     * Creates a supplier of tokens for a confidential client itself.
     *
     * @param app the app with its credential
     * @throws IllegalStateException if MSAL4J is missing; the message says what to add
     */
    public static TokenSupplier appOnly(TokenEndpoint endpoint, ClientApp app) {
        TokenEndpointClient client = client(endpoint);
        return new CachingTokenSupplier(
                () -> {
                    Instant now = endpoint.time().instant();
                    TokenResponse response =
                            new MsalClient(client, app, DeviceAuthorizationGrant.Prompt.NONE).clientCredentials();
                    return CachingTokenSupplier.IssuedToken.at(now, response.access(), response.lifetime());
                },
                endpoint.time());
    }

    /**
     * Creates a supplier of tokens for an app on behalf of the user whose refresh token is stored.
     *
     * @throws IllegalStateException if MSAL4J is missing; the message says what to add
     */
    public static TokenSupplier appAndUser(TokenEndpoint endpoint, ClientApp app, RefreshTokenStore store) {
        return new CachingTokenSupplier(new RefreshTokenGrant(client(endpoint), app, store), endpoint.time());
    }

    /**
     * Creates the grant by which a user signs in.
     *
     * @throws IllegalStateException if MSAL4J is missing; the message says what to add
     */
    public static DeviceAuthorizationGrant deviceCode(TokenEndpoint endpoint, ClientApp app) {
        return new DeviceAuthorizationGrant(client(endpoint), app);
    }

    private static TokenEndpointClient client(TokenEndpoint endpoint) {
        require("com.microsoft.aad.msal4j.PublicClientApplication", "com.microsoft.azure:msal4j");
        require(
                "com.azure.json.JsonSerializable",
                "com.azure:azure-json, which MSAL4J needs (on the module path, add the option --add-modules"
                        + " com.azure.json)");
        return new TokenEndpointClient(endpoint);
    }

    private static void require(String type, String artifact) {
        try {
            Class.forName(type, false, TokenSuppliers.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    "an optional dependency of devicebatch is missing, which it needs to request access tokens; add "
                            + artifact,
                    missing);
        }
    }
}
