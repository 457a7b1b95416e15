package io.github.devicebatch.http.auth;

import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.transport.Authority;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Address and settings of the identity platform's token endpoint. Immutable.
 *
 * @param appOnlyScope the scope of client credentials
 * @param appAndUserScope the scope of a user's sign-in
 * @param httpClient the caller's own client; by default a new one for each exchange
 * @param exchangeTimeout the longest time of one exchange
 */
public record TokenEndpoint(
        Authority authority,
        String appOnlyScope,
        String appAndUserScope,
        Optional<HttpClient> httpClient,
        Duration exchangeTimeout,
        InstantSource time,
        Pause pause) {

    private static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(15);

    /** Creates an endpoint with defaults, on the system clock. */
    public TokenEndpoint(Authority authority, String appOnlyScope, String appAndUserScope) {
        this(
                authority,
                appOnlyScope,
                appAndUserScope,
                Optional.empty(),
                EXCHANGE_TIMEOUT,
                InstantSource.system(),
                Thread::sleep);
    }

    public TokenEndpoint withHttpClient(HttpClient client) {
        return new TokenEndpoint(
                authority, appOnlyScope, appAndUserScope, Optional.of(client), exchangeTimeout, time, pause);
    }

    public TokenEndpoint withExchangeTimeout(Duration timeout) {
        return new TokenEndpoint(authority, appOnlyScope, appAndUserScope, httpClient, timeout, time, pause);
    }

    public TokenEndpoint withTime(InstantSource source, Pause other) {
        return new TokenEndpoint(authority, appOnlyScope, appAndUserScope, httpClient, exchangeTimeout, source, other);
    }
}
