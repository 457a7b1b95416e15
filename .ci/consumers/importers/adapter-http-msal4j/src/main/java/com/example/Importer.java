package com.example;

import com.sun.net.httpserver.HttpServer;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.AccessTokenUnavailableException;
import io.github.devicebatch.http.AppRegistration;
import io.github.devicebatch.http.ClientSecret;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenterCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Requests a token, at an unreachable address and from a server of the JDK, with MSAL4J added to the dependencies of adapter-http.
 */
public final class Importer {

    private static final String BODY = """
            {"token_type": "Bearer", "expires_in": 3600, "access_token": "made-up"}""";

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println(requestFromServer());
        try {
            source(URI.create("http://127.0.0.1:1")).token();
        } catch (AccessTokenUnavailableException unavailable) {
            System.out.println(unavailable.cause() + ": " + unavailable.detail());
            return;
        }
        throw new AssertionError("unexpected token");
    }

    private static String requestFromServer() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            return source(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                    .token()
                    .toString();
        } finally {
            server.stop(0);
        }
    }

    private static AccessTokenSource source(URI address) {
        return AccessTokenSource.appOnly(
                IdentityPlatform.at(address, PartnerCenterCloud.GLOBAL),
                new AppRegistration("contoso.onmicrosoft.com", "8f6b3a3e-2f5c-4d3a-9d1e-5a4c6b7d8e9f"),
                ClientSecret.of("made-up"));
    }
}
