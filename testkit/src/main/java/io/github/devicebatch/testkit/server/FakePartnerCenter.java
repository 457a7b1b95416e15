package io.github.devicebatch.testkit.server;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.MagicSerialNumber;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.oauth.TokenEndpoint;
import io.github.devicebatch.testkit.tls.CertificateAuthority;
import io.github.devicebatch.testkit.tls.KeyMaterial;
import io.github.devicebatch.testkit.tls.SocketLayer;
import io.github.devicebatch.testkit.transport.HttpServer;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A Partner Center for tests: a real HTTP/1.1 server on 127.0.0.1 that takes uploads and answers where they stand.
 *
 * <pre>{@code
 * try (FakePartnerCenter partnerCenter = FakePartnerCenter.start()) {
 *     partnerCenter.script(Batches.REFERENCE)
 *             .then(Batches.queued())
 *             .then(Reply.throttled(Duration.ofSeconds(57)))
 *             .then(Batches.finished());
 *     // ask partnerCenter.baseUrl() with any bearer token, then look at partnerCenter.requests()
 * }
 * }</pre>
 *
 * <p>It accepts any bearer token and remembers none, until {@link #tokens()} are validated. A request that lacks a required
 * header is turned down with a fault that names the header: 401 for {@code Authorization}, 400 for {@code Accept},
 * {@code MS-RequestId}, {@code MS-CorrelationId} and {@code MS-Contract-Version}. A customer without any batch gets 404
 * with 60003, an unknown batch 404 with 1000, a wrong method 405. It prints nothing.
 *
 * <p>Device lists can be submitted to it; {@link MagicSerialNumber} tells what becomes of each device. What it knows and does is
 * on its page at {@code /}.
 *
 * <p>Safe for use by several threads. It needs the JDK alone.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-the-status-of-a-device-batch-upload">Get
 *     the status of a device batch upload</a>
 */
public final class FakePartnerCenter implements AutoCloseable {

    private final Optional<CertificateAuthority> authority;
    private final InstantSource time;
    private final Backend service;
    private final HttpServer server;
    private final Connections connections;

    public FakePartnerCenter(int port, Optional<Tls> tls, InstantSource time) {
        this.authority = tls.map(any -> new CertificateAuthority("FakePartnerCenter's authority"));
        this.time = requireNonNull(time, "time");
        this.service = new Backend(time);
        SocketLayer layer = tls.map(how -> how.layer(authority.orElseThrow())).orElse(SocketLayer.NONE);
        Router.Reception reception = new Router.Reception(service.journal(), service.desks());
        Router front = new Router(service.control(), reception, this::baseUrl);
        this.server = HttpServer.start(port, layer, front, new ServiceHeaders(time));
        this.connections = new Connections(server);
        service.control().onReset(() -> connections.resetNext(0));
    }

    /**
     * Starts on any free port, on the system's clock.
     *
     * @return the running server; close it
     * @throws java.io.UncheckedIOException if it cannot listen
     */
    public static FakePartnerCenter start() {
        return start(InstantSource.system());
    }

    /**
     * Starts on any free port.
     *
     * @param time the clock for timelines, the journal and the {@code Date} header
     * @return the running server; close it
     * @throws java.io.UncheckedIOException if it cannot listen
     */
    public static FakePartnerCenter start(InstantSource time) {
        return start(0, time);
    }

    /**
     * Starts on a given port.
     *
     * @param port the port, 0 for any free one
     * @param time the clock for timelines, the journal and the {@code Date} header
     * @return the running server; close it
     * @throws IllegalArgumentException if {@code port} is not between 0 and 65535
     * @throws java.io.UncheckedIOException if it cannot listen, for instance because the port is taken
     */
    public static FakePartnerCenter start(int port, InstantSource time) {
        return new FakePartnerCenter(port, Optional.empty(), time);
    }

    /**
     * Starts over TLS, on any free port and the system's clock.
     *
     * @param tls how it shows itself
     * @return the running server; close it
     * @throws java.io.UncheckedIOException if it cannot listen
     */
    public static FakePartnerCenter start(Tls tls) {
        return new FakePartnerCenter(0, Optional.of(tls), InstantSource.system());
    }

    /**
     * Opens an empty script for a batch, in place of whatever was said of the batch before.
     *
     * @param batch whose which upload
     * @return the script to fill
     */
    public BatchScript script(BatchReference batch) {
        BatchScript script = new BatchScript(batch.tracking());
        put(batch, script);
        return script;
    }

    /**
     * Opens an empty timeline for a batch, in place of whatever was said of the batch before.
     *
     * @param batch whose which upload
     * @return the timeline to fill
     */
    public BatchTimeline timeline(BatchReference batch) {
        BatchTimeline timeline = new BatchTimeline(time);
        put(batch, timeline);
        return timeline;
    }

    /**
     * Tells where the server is.
     *
     * @return {@code http://127.0.0.1:} and the port, without a slash at the end; {@code https} over TLS
     */
    public URI baseUrl() {
        return URI.create((authority.isPresent() ? "https" : "http") + "://127.0.0.1:" + server.port());
    }

    /**
     * Gives what a client needs that trusts this fake's authority and no other.
     *
     * @return the context
     * @throws java.util.NoSuchElementException if the fake does not speak TLS
     */
    public SSLContext trust() {
        return KeyMaterial.trusting(authority());
    }

    /**
     * Gives the certificate of this fake's authority, for the trust store of another process.
     *
     * @return the certificate
     * @throws java.util.NoSuchElementException if the fake does not speak TLS
     */
    public X509Certificate authority() {
        return authority.orElseThrow().certificate();
    }

    /**
     * Lists the requests received so far, oldest first; of very many only the latest 10,000. Requests too malformed to be
     * read are not among them.
     *
     * @return the requests; a copy, unmodifiable
     */
    public List<RecordedRequest> requests() {
        return service.journal().requests();
    }

    /**
     * Gives what sets the fake up and back.
     *
     * @return the control
     */
    public FakeControl control() {
        return service.control();
    }

    /**
     * Gives the token endpoint, to tell it who may have tokens, and to have them checked.
     *
     * @return the endpoint, at the same address; another one after each {@linkplain FakeControl#reset() reset}
     */
    public TokenEndpoint tokens() {
        return service.tokens();
    }

    /**
     * Gives the TCP connections, to count, to await and to reset.
     *
     * @return the connections
     */
    public Connections connections() {
        return connections;
    }

    /**
     * Counts the requests received so far, those that are no longer listed among them.
     *
     * @return how many
     */
    public long requestCount() {
        return service.journal().total().value();
    }

    /**
     * Waits for requests, for instance to interrupt a client that is known to have asked.
     *
     * @param count how many requests there have to be in all, from the start on
     * @param patience how long to wait at most, in real time
     * @return whether so many came
     * @throws InterruptedException if the calling thread is interrupted
     */
    public boolean awaitRequests(long count, Duration patience) throws InterruptedException {
        return service.journal().total().await(total -> total >= count, patience);
    }

    /**
     * Lets a share of the questions run into faults, in place of what the scripts and timelines say; those wait until
     * asked again. Which questions it meets, and with which fault, depends on the seed and the question's number, counted
     * from this call, and on nothing else. It replaces the faults given before.
     *
     * @param share how many of all, 0 to 1
     * @param seed any number; the same one gives the same faults
     * @param kinds what to reply, each as often as the other
     * @throws IllegalArgumentException if {@code share} is out of range, or there are no {@code kinds} and there is a share
     */
    public void faults(double share, long seed, Reply... kinds) {
        service.status().fault(new FaultInjector(share, seed, List.of(kinds)));
    }

    /** Ends every connection and every thread; requests stay readable. Does nothing the second time. */
    @Override
    public void close() {
        server.close();
    }

    /** Gives the address. */
    @Override
    public String toString() {
        return "FakePartnerCenter at " + baseUrl();
    }

    /** Knows what was planned. */
    public BatchRegistry batches() {
        return service.batches();
    }

    public void put(BatchReference batch, ReplySource course) {
        service.batches().put(requireNonNull(batch, "batch"), course);
    }
}
