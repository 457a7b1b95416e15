package com.example;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import java.net.URI;

/** Requests a status at an unreachable address, with its own tokens and only the dependencies of adapter-http: no MSAL4J. */
public final class Importer {

    public static void main(String[] arguments) throws InterruptedException {
        demandNoMsal4j();
        OwnTokens tokens = new OwnTokens();
        try (PartnerCenter partnerCenter = PartnerCenter.at(URI.create("http://127.0.0.1:1"))
                .tokens(tokens)
                .build()) {
            BatchReference batch = BatchReference.parse(
                    "47021739-3426-40bf-9601-61b4b6d7c793/0127ed8e-ff72-4983-a3d8-e8d8bd378932");
            if (!(partnerCenter.batchStatus().ask(batch) instanceof BatchStatusAnswer.Unavailable unavailable)) {
                throw new AssertionError("unexpected answer");
            }
            System.out.println(unavailable.cause() + ": " + unavailable.detail() + " after " + tokens.given + " tokens");
        }
        if (tokens.given == 0) {
            throw new AssertionError("no token was requested");
        }
    }

    private static void demandNoMsal4j() {
        try {
            Class.forName("com.microsoft.aad.msal4j.PublicClientApplication");
        } catch (ClassNotFoundException asItShouldBe) {
            return;
        }
        throw new AssertionError("MSAL4J came along although it is optional");
    }

    private static final class OwnTokens implements AccessTokenSource {

        private int given;

        @Override
        public synchronized AccessToken token() {
            given++;
            return AccessToken.of("made-up-" + given);
        }
    }
}
