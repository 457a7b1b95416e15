package io.github.devicebatch.testkit.server;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import io.github.devicebatch.testkit.oauth.TokenEndpoint;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The identity platform of a fake: its token endpoint, and the page of the device code flow once the example app is on. A reset
 * replaces the token endpoint, and keeps the example app. Thread-safe.
 */
final class IdentityProvider implements RequestHandler {

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private final InstantSource time;
    private final Supplier<URI> baseUrl;
    private final AtomicReference<TokenEndpoint> tokens;
    private final DeviceLoginPage page = new DeviceLoginPage(() -> tokens().deviceCodes());
    private volatile Mode mode = Mode.CONFIGURED_BY_TEST;

    IdentityProvider(InstantSource time, Supplier<URI> baseUrl) {
        this.time = time;
        this.baseUrl = baseUrl;
        this.tokens = new AtomicReference<>(new TokenEndpoint(time));
    }

    /** Who configures the token endpoint. */
    private enum Mode {
        CONFIGURED_BY_TEST,
        EXAMPLE_APP,
        EXAMPLE_APP_AND_CHECKED_TOKENS
    }

    TokenEndpoint tokens() {
        return requireNonNull(tokens.get());
    }

    /** Turns the example app on, and optionally the check of access tokens. */
    void exampleApp(boolean checksTokens) {
        mode = checksTokens ? Mode.EXAMPLE_APP_AND_CHECKED_TOKENS : Mode.EXAMPLE_APP;
        configure(tokens());
    }

    void reset() {
        TokenEndpoint next = new TokenEndpoint(time);
        configure(next);
        tokens.set(next);
    }

    private void configure(TokenEndpoint endpoint) {
        switch (mode) {
            case CONFIGURED_BY_TEST -> {
                // the test does it
            }
            case EXAMPLE_APP -> register(endpoint);
            case EXAMPLE_APP_AND_CHECKED_TOKENS -> {
                register(endpoint);
                endpoint.access().validated();
            }
        }
    }

    private void register(TokenEndpoint endpoint) {
        endpoint.application(ExampleApp.CLIENT_ID, ExampleApp.CLIENT_SECRET).publicClient(ExampleApp.CLIENT_ID);
        endpoint.deviceCodes()
                .interval(POLL_INTERVAL)
                .decidedOn(() -> baseUrl.get().resolve(DeviceLoginPage.PATH));
    }

    @Override
    public Optional<Result> handle(Request request) {
        Optional<Result> shown = mode == Mode.CONFIGURED_BY_TEST ? Optional.empty() : page.handle(request);
        return shown.or(() -> tokens().handle(request));
    }
}
