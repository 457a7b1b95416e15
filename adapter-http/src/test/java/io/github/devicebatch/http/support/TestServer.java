package io.github.devicebatch.http.support;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.PartnerCenterBuilder;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.BlackHole;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.Tls;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/**
 * A server, or an address without one, and a client for it.
 *
 * @param url the address
 * @param fake the fake at the address, if there is one
 * @param client a client that no other test uses
 * @param resource what {@link #close} closes
 */
public record TestServer(URI url, Optional<FakePartnerCenter> fake, HttpClient client, Runnable resource)
        implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(150);

    static TestServer of(FakePartnerCenter fake) {
        return new TestServer(fake.baseUrl(), Optional.of(fake), builder().build(), fake::close);
    }

    /** Returns a fake whose certificate authority the client trusts. */
    static TestServer over(Tls tls) {
        FakePartnerCenter fake = FakePartnerCenter.start(tls);
        return new TestServer(
                fake.baseUrl(),
                Optional.of(fake),
                builder().sslContext(fake.trust()).build(),
                fake::close);
    }

    static TestServer at(URI url) {
        return new TestServer(url, Optional.empty(), builder().build(), () -> {});
    }

    /** Returns an address that accepts no connection, and a client with a short connect timeout. */
    static TestServer unreachable() {
        BlackHole blackHole = BlackHole.open();
        return new TestServer(
                blackHole.baseUrl(),
                Optional.empty(),
                builder().connectTimeout(CONNECT_TIMEOUT).build(),
                blackHole::close);
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER);
    }

    /** Scripts the same reply to every query. */
    TestServer replying(Reply reply) {
        fake.orElseThrow().script(Batches.REFERENCE).then(reply);
        return this;
    }

    /** Returns a builder with the default settings, virtual time and the longest delays. */
    public PartnerCenterBuilder builder(ManualTime time) {
        return Decorators.withLongestDelays(PartnerCenter.at(url)
                .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                .httpClient(client)
                .time(time, time));
    }

    @Override
    public void close() {
        client.shutdownNow();
        resource.run();
    }
}
