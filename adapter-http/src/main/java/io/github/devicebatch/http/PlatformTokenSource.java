package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.auth.TokenException;
import io.github.devicebatch.http.auth.TokenSupplier;
import io.github.devicebatch.http.auth.TokenSuppliers;

/** Access token source that requests its tokens from the identity platform. Thread-safe. */
final class PlatformTokenSource implements AccessTokenSource {

    private final String name;
    private final TokenSupplier supplier;

    private PlatformTokenSource(String name, TokenSupplier supplier) {
        this.name = name;
        this.supplier = supplier;
    }

    static AccessTokenSource appOnly(IdentityPlatform platform, AppRegistration app, AppCredential credential) {
        return new PlatformTokenSource(
                "app-only from " + platform,
                TokenSuppliers.appOnly(
                        platform.endpoint(), app.confidentialClient(requireNonNull(credential, "credential"))));
    }

    static AccessTokenSource appAndUser(IdentityPlatform platform, AppRegistration app, RefreshTokenFile file) {
        return new PlatformTokenSource(
                "App+User from " + platform,
                TokenSuppliers.appAndUser(platform.endpoint(), app.publicClient(), file.store()));
    }

    static AccessTokenSource appAndUser(
            IdentityPlatform platform, AppRegistration app, AppCredential credential, RefreshTokenFile file) {
        return new PlatformTokenSource(
                "App+User from " + platform,
                TokenSuppliers.appAndUser(
                        platform.endpoint(),
                        app.confidentialClient(requireNonNull(credential, "credential")),
                        file.store()));
    }

    @Override
    public AccessToken token() throws InterruptedException {
        try {
            return new AccessToken(supplier.get());
        } catch (TokenException none) {
            throw AccessTokenException.of(none.failure());
        }
    }

    @Override
    public void rejected(AccessToken token) throws InterruptedException {
        try {
            supplier.rejected(token.secret());
        } catch (TokenException none) {
            throw AccessTokenException.of(none.failure());
        }
    }

    /** Returns the kind of the source and its identity platform. */
    @Override
    public String toString() {
        return name;
    }
}
