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
 * Where a question goes, with a client that gets there; closing it takes both away.
 *
 * @param url the address
 * @param fake who answers there, if anybody does
 * @param client a client of its own, so that nothing is left over from another row
 * @param ground what stands there besides
 */
public record TestServer(URI url, Optional<FakePartnerCenter> fake, HttpClient client, Runnable ground)
        implements AutoCloseable {

    private static final Duration AT_ONCE = Duration.ofMillis(150);

    static TestServer of(FakePartnerCenter fake) {
        return new TestServer(fake.baseUrl(), Optional.of(fake), patient().build(), fake::close);
    }

    /** A fake whose authority the client trusts, whatever else is wrong with it. */
    static TestServer over(Tls tls) {
        FakePartnerCenter fake = FakePartnerCenter.start(tls);
        return new TestServer(
                fake.baseUrl(),
                Optional.of(fake),
                patient().sslContext(fake.trust()).build(),
                fake::close);
    }

    static TestServer at(URI url) {
        return new TestServer(url, Optional.empty(), patient().build(), () -> {});
    }

    /** An address that swallows connections, and a client that has no patience with it. */
    static TestServer inABlackHole() {
        BlackHole hole = BlackHole.open();
        return new TestServer(
                hole.baseUrl(),
                Optional.empty(),
                patient().connectTimeout(AT_ONCE).build(),
                hole::close);
    }

    private static HttpClient.Builder patient() {
        return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER);
    }

    /** The same, with the same reply to every question. */
    TestServer replying(Reply reply) {
        fake.orElseThrow().script(Batches.REFERENCE).then(reply);
        return this;
    }

    /** Asks here as the defaults would, except that pauses take no time and are as long as they may be. */
    public PartnerCenterBuilder asking(ManualTime time) {
        return Decorators.withLongestDelays(PartnerCenter.at(url)
                .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                .httpClient(client)
                .time(time, time));
    }

    @Override
    public void close() {
        client.shutdownNow();
        ground.run();
    }
}
