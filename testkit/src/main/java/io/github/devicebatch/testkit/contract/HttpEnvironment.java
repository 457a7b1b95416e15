package io.github.devicebatch.testkit.contract;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.BatchScript;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An environment over HTTP: a {@link FakePartnerCenter}, and a query that uses its base URL and an access token.
 *
 * <p>Safe for use by several threads if the query is.
 */
public final class HttpEnvironment implements ContractEnvironment {

    private static final String TOKEN = "made-up.access-token_of-the~contract";

    private static final List<HttpReply> UNREADABLE = List.of(
            Reply.html(200, "<html><body>Please sign in to the network.</body></html>"),
            Reply.json(200, "{\"batchTrackingId\":\"0127ed8e-"),
            Reply.json(200, "{}"),
            Reply.json(200, "null"),
            Reply.empty(200));

    /** Length of the body that is sent of a response that stalls or is truncated. */
    private static final int SENT_BYTES = 40;

    private final FakePartnerCenter partnerCenter;
    private final AutoCloseable adapter;
    private final BatchStatusQuery query;
    private final Duration timeout;

    private HttpEnvironment(
            FakePartnerCenter partnerCenter, AutoCloseable adapter, BatchStatusQuery query, Duration timeout) {
        this.partnerCenter = partnerCenter;
        this.adapter = adapter;
        this.query = query;
        this.timeout = timeout;
    }

    /**
     * Creates an environment for a query that needs no closing, and that does not wait or waits by the system's clock.
     *
     * @param query creates the query from the server's base URL and an access token
     */
    public static HttpEnvironment of(BiFunction<URI, String, BatchStatusQuery> query) {
        return of((baseUrl, token) -> new Unclosed(query.apply(baseUrl, token)), Unclosed::query);
    }

    /**
     * Creates an environment for a query that needs no closing, and that waits by the given time.
     *
     * @param time the time of the query and of the server
     * @param query creates the query from the server's base URL and an access token
     */
    public static HttpEnvironment of(ManualTime time, BiFunction<URI, String, BatchStatusQuery> query) {
        return of(time, (baseUrl, token) -> new Unclosed(query.apply(baseUrl, token)), Unclosed::query);
    }

    /**
     * Creates an environment for the query of an adapter, which is closed with the environment, and which does not wait or
     * waits by the system's clock.
     *
     * @param <A> the adapter
     * @param adapter creates the adapter from the server's base URL and an access token
     * @param query returns the adapter's query
     */
    public static <A extends AutoCloseable> HttpEnvironment of(
            BiFunction<URI, String, A> adapter, Function<A, BatchStatusQuery> query) {
        return of(FakePartnerCenter.start(), adapter, query);
    }

    /**
     * Creates an environment for the query of an adapter, which is closed with the environment, and which waits by the given
     * time.
     *
     * @param <A> the adapter
     * @param time the time of the adapter and of the server
     * @param adapter creates the adapter from the server's base URL and an access token
     * @param query returns the adapter's query
     */
    public static <A extends AutoCloseable> HttpEnvironment of(
            ManualTime time, BiFunction<URI, String, A> adapter, Function<A, BatchStatusQuery> query) {
        return of(FakePartnerCenter.start(time), adapter, query);
    }

    private static <A extends AutoCloseable> HttpEnvironment of(
            FakePartnerCenter partnerCenter, BiFunction<URI, String, A> adapter, Function<A, BatchStatusQuery> query) {
        A opened = adapter.apply(partnerCenter.baseUrl(), TOKEN);
        return new HttpEnvironment(partnerCenter, opened, query.apply(opened), Duration.ofSeconds(30));
    }

    /**
     * Returns this environment with another {@link #timeout}. Closing either of the two closes both.
     *
     * @param limit the real time after which a call counts as hanging
     */
    public HttpEnvironment withTimeout(Duration limit) {
        return new HttpEnvironment(partnerCenter, adapter, query, limit);
    }

    /** Returns the server. */
    public FakePartnerCenter partnerCenter() {
        return partnerCenter;
    }

    @Override
    public BatchStatusQuery query() {
        return query;
    }

    @Override
    public void describe(BatchReference batch, BatchStatus... descriptions) {
        BatchScript script = partnerCenter.script(batch);
        List.of(descriptions).forEach(script::then);
    }

    @Override
    public void refuse(BatchReference batch, RefusalReason reason) {
        partnerCenter
                .script(batch)
                .then(
                        switch (reason) {
                            case UNAUTHENTICATED -> Reply.fault(401, "800001", "The access token is refused.");
                            case FORBIDDEN -> Reply.fault(403, "2032", "The role lacks the right.");
                            case REJECTED -> Reply.fault(400, "900118", "The customer id is invalid.");
                        });
    }

    @Override
    public void throttle(BatchReference batch, Duration retryAfter) {
        partnerCenter.script(batch).then(Reply.throttled(retryAfter));
    }

    @Override
    public void fail(BatchReference batch) {
        partnerCenter.script(batch).then(Reply.gatewayFault(503, "The service is unavailable."));
    }

    /** Makes the service send a sign-in page, cut-off JSON, an empty object, null and an empty body, in this order. */
    @Override
    public void respondUnreadably(BatchReference batch) {
        BatchScript script = partnerCenter.script(batch);
        UNREADABLE.forEach(script::then);
    }

    @Override
    public void describeAnotherBatch(BatchReference batch) {
        UUID requested = batch.tracking().value();
        UUID other = new UUID(requested.getMostSignificantBits(), requested.getLeastSignificantBits() ^ 1);
        partnerCenter.script(batch).then(Batches.finished(new BatchTrackingId(other)));
    }

    @Override
    public CountDownLatch neverRespond(BatchReference batch) {
        CountDownLatch arrival = new CountDownLatch(1);
        partnerCenter.respond(batch, () -> {
            arrival.countDown();
            return Reply.silence();
        });
        return arrival;
    }

    @Override
    public void stall(BatchReference batch) {
        partnerCenter.script(batch).then(finished(batch).stallingAfter(SENT_BYTES));
    }

    @Override
    public void truncate(BatchReference batch) {
        partnerCenter.script(batch).then(finished(batch).truncatedAfter(SENT_BYTES));
    }

    private static HttpReply finished(BatchReference batch) {
        return Reply.describing(Batches.finished(batch.tracking()));
    }

    @Override
    public void shutDown() {
        partnerCenter.close();
    }

    @Override
    public List<Instant> requestTimes(BatchReference batch) {
        return partnerCenter.requests().stream()
                .filter(request -> request.isAbout(batch))
                .map(RecordedRequest::when)
                .toList();
    }

    @Override
    public Optional<String> token() {
        return Optional.of(TOKEN);
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    /**
     * Closes the server, which ends open requests, and then the adapter.
     *
     * @throws IllegalStateException if the adapter throws an exception
     */
    @Override
    public void close() {
        partnerCenter.close();
        try {
            adapter.close();
        } catch (Exception e) {
            throw new IllegalStateException("the adapter cannot be closed", e);
        }
    }

    private record Unclosed(BatchStatusQuery query) implements AutoCloseable {

        @Override
        public void close() {}
    }
}
