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
 * @param time the clock of waits and lifetimes
 * @param wallClock the clock to which the platform's dates are compared
 */
public record TokenEndpoint(
        Authority authority,
        String appOnlyScope,
        String appAndUserScope,
        Optional<HttpClient> httpClient,
        Duration exchangeTimeout,
        InstantSource time,
        Pause pause,
        InstantSource wallClock) {

    private static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(15);

    /** Creates an endpoint with the default timeout. */
    public TokenEndpoint(
            Authority authority,
            String appOnlyScope,
            String appAndUserScope,
            InstantSource time,
            Pause pause,
            InstantSource wallClock) {
        this(authority, appOnlyScope, appAndUserScope, Optional.empty(), EXCHANGE_TIMEOUT, time, pause, wallClock);
    }

    public TokenEndpoint withHttpClient(HttpClient client) {
        return new TokenEndpoint(
                authority, appOnlyScope, appAndUserScope, Optional.of(client), exchangeTimeout, time, pause, wallClock);
    }

    public TokenEndpoint withExchangeTimeout(Duration timeout) {
        return new TokenEndpoint(authority, appOnlyScope, appAndUserScope, httpClient, timeout, time, pause, wallClock);
    }

    public TokenEndpoint withTime(InstantSource source, Pause other, InstantSource otherWallClock) {
        return new TokenEndpoint(
                authority, appOnlyScope, appAndUserScope, httpClient, exchangeTimeout, source, other, otherWallClock);
    }
}
