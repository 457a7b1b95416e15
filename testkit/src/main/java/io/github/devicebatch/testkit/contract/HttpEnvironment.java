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
 * A world over HTTP: a {@link FakePartnerCenter} of its own, and the query that asks it with an access token that the
 * world hands out.
 *
 * <p>Safe for use by several threads as far as the query is.
 */
public final class HttpEnvironment implements ContractEnvironment {

    private static final String TOKEN = "made-up.token-that-nobody_may~print";

    private static final List<HttpReply> NONSENSE = List.of(
            Reply.html(200, "<html><body>Please sign in to the network.</body></html>"),
            Reply.json(200, "{\"batchTrackingId\":\"0127ed8e-"),
            Reply.json(200, "{}"),
            Reply.json(200, "null"),
            Reply.empty(200));

    /** What the service gets to send of an answer that stalls or breaks off: the head, and a part of the body. */
    private static final int BEGINNING = 40;

    private final FakePartnerCenter partnerCenter;
    private final AutoCloseable adapter;
    private final BatchStatusQuery query;
    private final Duration patience;

    private HttpEnvironment(
            FakePartnerCenter partnerCenter, AutoCloseable adapter, BatchStatusQuery query, Duration patience) {
        this.partnerCenter = partnerCenter;
        this.adapter = adapter;
        this.query = query;
        this.patience = patience;
    }

    /**
     * Makes a world around a query that needs no closing and waits for nothing, or by the system's clock.
     *
     * @param query makes the query for a server's base URL and an access token
     * @return the world
     */
    public static HttpEnvironment asking(BiFunction<URI, String, BatchStatusQuery> query) {
        return asking((baseUrl, token) -> new Unclosed(query.apply(baseUrl, token)), Unclosed::query);
    }

    /**
     * Makes a world around a query that needs no closing and waits by a time of the caller's.
     *
     * @param time the time by which the query waits
     * @param query makes the query for a server's base URL and an access token
     * @return the world, on the same time
     */
    public static HttpEnvironment asking(ManualTime time, BiFunction<URI, String, BatchStatusQuery> query) {
        return asking(time, (baseUrl, token) -> new Unclosed(query.apply(baseUrl, token)), Unclosed::query);
    }

    /**
     * Makes a world around an adapter that is closed with it, and that waits for nothing, or by the system's clock.
     *
     * @param <A> the adapter
     * @param opening opens the adapter for a server's base URL and an access token
     * @param query takes the query from the adapter
     * @return the world
     */
    public static <A extends AutoCloseable> HttpEnvironment asking(
            BiFunction<URI, String, A> opening, Function<A, BatchStatusQuery> query) {
        return asking(FakePartnerCenter.start(), opening, query);
    }

    /**
     * Makes a world around an adapter that is closed with it, and that waits by a time of the caller's.
     *
     * @param <A> the adapter
     * @param time the time by which the adapter waits
     * @param opening opens the adapter for a server's base URL and an access token
     * @param query takes the query from the adapter
     * @return the world, on the same time
     */
    public static <A extends AutoCloseable> HttpEnvironment asking(
            ManualTime time, BiFunction<URI, String, A> opening, Function<A, BatchStatusQuery> query) {
        return asking(FakePartnerCenter.start(time), opening, query);
    }

    private static <A extends AutoCloseable> HttpEnvironment asking(
            FakePartnerCenter partnerCenter, BiFunction<URI, String, A> opening, Function<A, BatchStatusQuery> query) {
        A adapter = opening.apply(partnerCenter.baseUrl(), TOKEN);
        return new HttpEnvironment(partnerCenter, adapter, query.apply(adapter), Duration.ofSeconds(30));
    }

    /**
     * Changes how long a question may take in this world before it counts as hanging.
     *
     * @param longest the time; 30 seconds unless changed
     * @return this world with that patience: close either
     */
    public HttpEnvironment withPatience(Duration longest) {
        return new HttpEnvironment(partnerCenter, adapter, query, longest);
    }

    /**
     * Gives the server, to arrange more than a contract demands.
     *
     * @return the server
     */
    public FakePartnerCenter partnerCenter() {
        return partnerCenter;
    }

    @Override
    public BatchStatusQuery query() {
        return query;
    }

    @Override
    public void describes(BatchReference batch, BatchStatus... inTurn) {
        BatchScript script = partnerCenter.script(batch);
        List.of(inTurn).forEach(script::then);
    }

    @Override
    public void refuses(BatchReference batch, RefusalReason reason) {
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
    public void throttles(BatchReference batch, Duration retryAfter) {
        partnerCenter.script(batch).then(Reply.throttled(retryAfter));
    }

    @Override
    public void fails(BatchReference batch) {
        partnerCenter.script(batch).then(Reply.gatewayFault(503, "The service is unavailable."));
    }

    @Override
    public void answersNonsense(BatchReference batch) {
        BatchScript script = partnerCenter.script(batch);
        NONSENSE.forEach(script::then);
    }

    @Override
    public void answersAboutAnotherBatch(BatchReference batch) {
        UUID asked = batch.tracking().value();
        UUID another = new UUID(asked.getMostSignificantBits(), asked.getLeastSignificantBits() ^ 1);
        partnerCenter.script(batch).then(Batches.finished(new BatchTrackingId(another)));
    }

    @Override
    public CountDownLatch staysSilent(BatchReference batch) {
        CountDownLatch asked = new CountDownLatch(1);
        partnerCenter.respond(batch, () -> {
            asked.countDown();
            return Reply.silence();
        });
        return asked;
    }

    @Override
    public void stalls(BatchReference batch) {
        partnerCenter.script(batch).then(finished(batch).stallingAfter(BEGINNING));
    }

    @Override
    public void breaksOff(BatchReference batch) {
        partnerCenter.script(batch).then(finished(batch).truncatedAfter(BEGINNING));
    }

    private static HttpReply finished(BatchReference batch) {
        return Reply.describing(Batches.finished(batch.tracking()));
    }

    @Override
    public void goesAway() {
        partnerCenter.close();
    }

    @Override
    public List<Instant> questionsAbout(BatchReference batch) {
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
    public Duration patience() {
        return patience;
    }

    /**
     * Closes the server, so that nothing hangs on it any more, and the adapter.
     *
     * @throws IllegalStateException if the adapter can't be closed
     */
    @Override
    public void close() {
        partnerCenter.close();
        try {
            adapter.close();
        } catch (Exception unclosed) {
            throw new IllegalStateException("the adapter can't be closed", unclosed);
        }
    }

    private record Unclosed(BatchStatusQuery query) implements AutoCloseable {

        @Override
        public void close() {
            // it needs no closing
        }
    }
}
