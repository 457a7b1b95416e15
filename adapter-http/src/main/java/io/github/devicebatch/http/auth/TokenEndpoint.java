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
 */
public record TokenEndpoint(
        Authority authority,
        String appOnlyScope,
        String appAndUserScope,
        ClientSource clients,
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
                new ClientSource.Own(HttpClients.OF_THE_JVM),
                EXCHANGE_TIMEOUT,
                InstantSource.system(),
                Thread::sleep);
    }

    public TokenEndpoint withClients(ClientSource source) {
        return new TokenEndpoint(authority, appOnlyScope, appAndUserScope, source, exchangeTimeout, time, pause);
    }

    public TokenEndpoint withExchangeTimeout(Duration timeout) {
        return new TokenEndpoint(authority, appOnlyScope, appAndUserScope, clients, timeout, time, pause);
    }

    public TokenEndpoint withTime(InstantSource source, Pause other) {
        return new TokenEndpoint(authority, appOnlyScope, appAndUserScope, clients, exchangeTimeout, source, other);
    }
}
