package io.github.devicebatch.testkit.server;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.MagicSerialNumber;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.oauth.TokenEndpoint;
import io.github.devicebatch.testkit.tls.CertificateAuthority;
import io.github.devicebatch.testkit.tls.KeyMaterial;
import io.github.devicebatch.testkit.tls.SocketLayer;
import io.github.devicebatch.testkit.transport.HttpServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * A Partner Center for tests: an HTTP/1.1 server on 127.0.0.1 that accepts uploads and returns their status.
 *
 * <pre>{@code
 * try (FakePartnerCenter partnerCenter = FakePartnerCenter.start()) {
 *     partnerCenter.script(Batches.REFERENCE)
 *             .then(Batches.queued())
 *             .then(Reply.throttled(Duration.ofSeconds(57)))
 *             .then(Batches.finished());
 *     // send requests to partnerCenter.baseUrl() with any bearer token, then check partnerCenter.requests()
 * }
 * }</pre>
 *
 * <p>It accepts any bearer token, and stores none, unless {@link #tokens()} are validated. A request without a required header
 * gets a fault that names the header: 401 for {@code Authorization}, 400 for {@code Accept}, {@code MS-RequestId},
 * {@code MS-CorrelationId} and {@code MS-Contract-Version}. A customer without batches gets 404 with code 60003, an unknown
 * batch 404 with code 1000, a wrong method 405. The server prints nothing.
 *
 * <p>Devices can be submitted to it; {@link MagicSerialNumber} decides on the result of each device. The page at {@code /}
 * documents all endpoints.
 *
 * <p>Safe for use by several threads.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-the-status-of-a-device-batch-upload">Get
 *     the status of a device batch upload</a>
 */
public final class FakePartnerCenter implements AutoCloseable {

    private final Optional<CertificateAuthority> authority;
    private final InstantSource time;
    private final Backend backend;
    private final HttpServer server;
    private final Connections connections;

    private FakePartnerCenter(int port, Optional<Tls> tls, InstantSource time) {
        this.authority = tls.map(any -> new CertificateAuthority("FakePartnerCenter's authority"));
        this.time = requireNonNull(time, "time");
        this.backend = new Backend(time, this::baseUrl);
        SocketLayer layer = tls.map(how -> how.layer(authority.orElseThrow())).orElse(SocketLayer.NONE);
        ServiceHeaders headers = new ServiceHeaders(time);
        this.server = HttpServer.start(port, layer, new Router(backend, this::baseUrl)::route, headers::next);
        this.connections = new Connections(server);
        backend.control().onReset(() -> connections.resetNext(0));
    }

    /**
     * Starts a fake on any free port and on the system clock. It must be closed.
     *
     * @throws UncheckedIOException if it cannot listen
     */
    public static FakePartnerCenter start() {
        return start(InstantSource.system());
    }

    /**
     * Starts a fake on any free port. It must be closed.
     *
     * @param time the clock of timelines, uploads, the request journal and the {@code Date} header
     * @throws UncheckedIOException if it cannot listen
     */
    public static FakePartnerCenter start(InstantSource time) {
        return start(0, time);
    }

    /**
     * Starts a fake. It must be closed.
     *
     * @param port the port, 0 for any free port
     * @param time the clock of timelines, uploads, the request journal and the {@code Date} header
     * @throws IllegalArgumentException if {@code port} is not between 0 and 65535
     * @throws UncheckedIOException if it cannot listen, for example because the port is taken
     */
    public static FakePartnerCenter start(int port, InstantSource time) {
        return new FakePartnerCenter(port, Optional.empty(), time);
    }

    /**
     * Starts a fake over TLS on any free port and on the system clock. It must be closed.
     *
     * @param tls the certificate that it presents
     * @throws UncheckedIOException if it cannot listen
     */
    public static FakePartnerCenter start(Tls tls) {
        return start(0, tls, InstantSource.system());
    }

    /**
     * Starts a fake over TLS. It must be closed.
     *
     * @param port the port, 0 for any free port
     * @param tls the certificate that it presents
     * @param time the clock of timelines, uploads, the request journal and the {@code Date} header
     * @throws IllegalArgumentException if {@code port} is not between 0 and 65535
     * @throws UncheckedIOException if it cannot listen, for example because the port is taken
     */
    public static FakePartnerCenter start(int port, Tls tls, InstantSource time) {
        return new FakePartnerCenter(port, Optional.of(tls), time);
    }

    /**
     * Adds a batch with an empty script. It replaces an earlier script or timeline of the batch.
     *
     * @param batch the batch
     */
    public BatchScript script(BatchReference batch) {
        BatchScript script = new BatchScript();
        backend.batches().put(batch, script.source());
        return script;
    }

    /**
     * Adds a batch with an empty timeline. It replaces an earlier script or timeline of the batch.
     *
     * @param batch the batch
     */
    public BatchTimeline timeline(BatchReference batch) {
        BatchTimeline timeline = new BatchTimeline(time);
        backend.batches().put(batch, timeline.source());
        return timeline;
    }

    /**
     * Adds a batch whose replies are computed. It replaces an earlier script or timeline of the batch.
     *
     * @param batch the batch
     * @param reply the supplier of the reply, called once for each request on the thread of its connection
     */
    public void respond(BatchReference batch, Supplier<Reply> reply) {
        requireNonNull(reply, "reply");
        backend.batches().put(batch, () -> Optional.of(reply.get()));
    }

    /** Returns {@code http://127.0.0.1:} and the port, without a slash at the end; {@code https} over TLS. */
    public URI baseUrl() {
        return URI.create((authority.isPresent() ? "https" : "http") + "://127.0.0.1:" + server.port());
    }

    /**
     * Returns the path of the status of a batch.
     *
     * @param batch the batch
     */
    public static String statusPath(BatchReference batch) {
        return Routes.status(batch);
    }

    /**
     * Returns the context of a client that trusts only this fake's certificate authority.
     *
     * @throws NoSuchElementException if the fake does not use TLS
     */
    public SSLContext trust() {
        return KeyMaterial.clientContext(authority());
    }

    /**
     * Returns the certificate of this fake's certificate authority, for the trust store of another process.
     *
     * @throws NoSuchElementException if the fake does not use TLS
     */
    public X509Certificate authority() {
        return authority.orElseThrow().certificate();
    }

    /**
     * Returns the latest 10,000 requests, oldest first. Malformed requests are not recorded.
     *
     * @return a copy
     */
    public List<RecordedRequest> requests() {
        return backend.journal().requests();
    }

    /** Returns the batches that have a script, a timeline, a computed reply or an upload. */
    public Set<BatchReference> stubbedBatches() {
        return backend.batches().sources().keySet();
    }

    /** Returns the replies of scripts and timelines that no request has received, by batch; batches without are left out. */
    public Map<BatchReference, List<Reply>> unusedReplies() {
        return backend.batches().sources().entrySet().stream()
                .filter(source -> !source.getValue().unused().isEmpty())
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey, source -> source.getValue().unused()));
    }

    /** Returns the settings of this fake. */
    public FakeControl control() {
        return backend.control();
    }

    /**
     * Returns the token endpoint, on which applications are registered and tokens are validated.
     *
     * @return the endpoint under {@link #baseUrl()}; a new one after each {@linkplain FakeControl#reset() reset}
     */
    public TokenEndpoint tokens() {
        return backend.tokens();
    }

    /** Returns the TCP connections, to count, await and reset. */
    public Connections connections() {
        return connections;
    }

    /** Returns the number of all requests so far, with those that {@link #requests()} no longer lists. */
    public long requestCount() {
        return backend.journal().total().value();
    }

    /**
     * Waits for requests, for example to interrupt a client after it has sent one.
     *
     * @param count the number of all requests since the start
     * @param timeout the maximum time to wait, in real time
     * @return whether {@code count} requests were received
     * @throws InterruptedException if the calling thread is interrupted
     */
    public boolean awaitRequests(long count, Duration timeout) throws InterruptedException {
        return backend.journal().total().await(total -> total >= count, timeout);
    }

    /** Closes every connection and ends every thread. Recorded requests stay readable. Has no effect on a closed fake. */
    @Override
    public void close() {
        server.close();
    }

    /** Returns the base URL. */
    @Override
    public String toString() {
        return "FakePartnerCenter at " + baseUrl();
    }
}
