package io.github.devicebatch.cli.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

/** HTTP client over a plain socket. */
public record RawHttpClient(URI baseUrl) {

    public static final String CUSTOMER = "47021739-3426-40bf-9601-61b4b6d7c793";

    /** Sends a GET for {@code path} of the customer and returns the whole response. */
    public String get(String path) throws IOException {
        return exchange("GET", "/v1/customers/" + CUSTOMER + path, headers("e88d014d-ab70-41de-90a0-f7fd1797267d"), "");
    }

    /** Sends a POST with {@code body} and its own request id, and returns the whole response. */
    public String post(String path, String requestId, String body) throws IOException {
        return exchange(
                "POST",
                "/v1/customers/" + CUSTOMER + path,
                headers(requestId) + "Content-Type: application/json\r\n",
                body);
    }

    public String exchange(String method, String path, String headers, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), baseUrl.getPort())) {
            socket.setSoTimeout(30_000);
            String request = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static String headers(String requestId) {
        return "Authorization: Bearer " + SecretSearch.TOKEN + "\r\nAccept: application/json\r\nMS-RequestId: "
                + requestId
                + "\r\nMS-CorrelationId: e3f26e6a-044f-4371-ad52-0d91ce4200be\r\nMS-Contract-Version: v1\r\n";
    }
}
