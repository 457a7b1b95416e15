package io.github.devicebatch.http.transport;

import java.net.http.HttpClient;
import java.time.Duration;

/** Factory and check of HTTP clients. */
public final class HttpClients {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private HttpClients() {}

    /**
     * Creates a client that never follows redirects and connects within 5 seconds. It keeps the JDK's own executor: on a
     * cheaper one, a name lookup can outlast every deadline (ADR 0013).
     */
    public static HttpClient create() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /**
     * Checks a caller's own client.
     *
     * @return the client
     * @throws IllegalArgumentException if it follows redirects, which would send credentials to another host
     */
    public static HttpClient check(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "the client follows redirects, which would send credentials to another host; build it with"
                            + " Redirect.NEVER");
        }
        return client;
    }
}
