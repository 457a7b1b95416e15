package com.example;

import com.sun.net.httpserver.HttpServer;
import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Requests a status, at an unreachable address and from a server of the JDK, with its own tokens and only the dependencies of
 * adapter-http: neither MSAL4J nor a provider of JSON-P.
 */
public final class Importer {

    private static final BatchReference BATCH =
            BatchReference.parse("47021739-3426-40bf-9601-61b4b6d7c793/0127ed8e-ff72-4983-a3d8-e8d8bd378932");
    private static final String BODY = """
            {"batchTrackingId": "0127ed8e-ff72-4983-a3d8-e8d8bd378932", "status": "finished",
             "devicesStatus": [{"deviceId": "1", "status": "finished"}]}""";

    public static void main(String[] arguments) throws IOException, InterruptedException {
        demandAbsence("com.microsoft.aad.msal4j.PublicClientApplication");
        demandAbsence("org.eclipse.parsson.JsonProviderImpl");
        OwnTokens tokens = new OwnTokens();
        BatchStatusAnswer answer = ask(URI.create("http://127.0.0.1:1"), tokens);
        if (!(answer instanceof BatchStatusAnswer.Unavailable unavailable)) {
            throw new AssertionError("unexpected answer: " + answer);
        }
        System.out.println(unavailable.cause() + ": " + unavailable.detail() + " after " + tokens.given + " tokens");
        if (tokens.given == 0) {
            throw new AssertionError("no token was requested");
        }
        System.out.println(BATCH + ": " + outcomeFromServer(tokens));
    }

    private static BatchOutcome outcomeFromServer(OwnTokens tokens) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            return ask(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), tokens)
                    .orElseThrow()
                    .outcome();
        } finally {
            server.stop(0);
        }
    }

    private static BatchStatusAnswer ask(URI address, OwnTokens tokens) throws InterruptedException {
        try (PartnerCenter partnerCenter =
                PartnerCenter.at(address).tokens(tokens).build()) {
            BatchStatusQuery query = partnerCenter.batchStatus();
            return query.ask(BATCH);
        }
    }

    private static void demandAbsence(String type) {
        try {
            Class.forName(type);
        } catch (ClassNotFoundException asItShouldBe) {
            return;
        }
        throw new AssertionError(type + " came along although it is not needed");
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
