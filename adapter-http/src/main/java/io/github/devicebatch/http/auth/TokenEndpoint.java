package io.github.devicebatch.http.auth;

import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.transport.Authority;
import io.github.devicebatch.http.transport.ClientSource;
import io.github.devicebatch.http.transport.HttpClients;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Address and settings of the identity platform's token endpoint. Immutable.
 *
 * @param appOnlyScope the scope of client credentials
 * @param appAndUserScope the scope of a user's sign-in
 * @param clients where the HTTP clients come from; of our own, each exchange has a new one
 * @param exchangeTimeout the longest time of one exchange
 * @param time the clock of waits and lifetimes
 * @param wallClock the clock to which the platform's dates are compared
 */
public record TokenEndpoint(
        Authority authority,
        String appOnlyScope,
        String appAndUserScope,
        ClientSource clients,
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
        this(
                authority,
                appOnlyScope,
                appAndUserScope,
                new ClientSource.Own(HttpClients.OF_THE_JVM),
                EXCHANGE_TIMEOUT,
                time,
                pause,
                wallClock);
    }

    public TokenEndpoint withClients(ClientSource source) {
        return new TokenEndpoint(
                authority, appOnlyScope, appAndUserScope, source, exchangeTimeout, time, pause, wallClock);
    }

    public TokenEndpoint withExchangeTimeout(Duration timeout) {
        return new TokenEndpoint(authority, appOnlyScope, appAndUserScope, clients, timeout, time, pause, wallClock);
    }

    public TokenEndpoint withTime(InstantSource source, Pause other, InstantSource otherWallClock) {
        return new TokenEndpoint(
                authority, appOnlyScope, appAndUserScope, clients, exchangeTimeout, source, other, otherWallClock);
    }
}
