package com.example;

import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.AccessTokenUnavailableException;
import io.github.devicebatch.http.AppRegistration;
import io.github.devicebatch.http.ClientSecret;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenterCloud;
import java.net.URI;

/** Requests a token at an unreachable address, with MSAL4J added to the dependencies of adapter-http. */
public final class Importer {

    public static void main(String[] arguments) throws InterruptedException {
        AccessTokenSource tokens = AccessTokenSource.appOnly(
                IdentityPlatform.at(URI.create("http://127.0.0.1:1"), PartnerCenterCloud.GLOBAL),
                new AppRegistration("contoso.onmicrosoft.com", "8f6b3a3e-2f5c-4d3a-9d1e-5a4c6b7d8e9f"),
                ClientSecret.of("made-up"));
        try {
            tokens.token();
        } catch (AccessTokenUnavailableException unavailable) {
            System.out.println(unavailable.cause() + ": " + unavailable.detail());
            return;
        }
        throw new AssertionError("unexpected token");
    }
}
