package io.github.devicebatch.testkit;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * A world over HTTP: a {@link FakePartnerCenter} of its own, and the query that asks it.
 *
 * <p>Safe for use by several threads as far as the query is.
 */
public final class PartnerCenterWorld implements BatchWorld {

    private static final List<HttpReply> NONSENSE = List.of(
            Reply.html(200, "<html><body>Please sign in to the network.</body></html>"),
            Reply.json(200, "{\"batchTrackingId\":\"0127ed8e-"),
            Reply.json(200, "{}"),
            Reply.json(200, "null"),
            Reply.empty(200));

    private final FakePartnerCenter partnerCenter;
    private final AutoCloseable adapter;
    private final BatchStatusQuery query;

    private PartnerCenterWorld(FakePartnerCenter partnerCenter, AutoCloseable adapter, BatchStatusQuery query) {
        this.partnerCenter = partnerCenter;
        this.adapter = adapter;
        this.query = query;
    }

    /**
     * Makes a world around a query that needs no closing.
     *
     * @param query makes the query for a server's base URL
     * @return the world
     */
    public static PartnerCenterWorld asking(Function<URI, BatchStatusQuery> query) {
        FakePartnerCenter partnerCenter = FakePartnerCenter.start();
        return new PartnerCenterWorld(partnerCenter, () -> {}, query.apply(partnerCenter.baseUrl()));
    }

    /**
     * Makes a world around an adapter that is closed with it.
     *
     * @param <A> the adapter
     * @param opening opens the adapter for a server's base URL
     * @param query takes the query from the adapter
     * @return the world
     */
    public static <A extends AutoCloseable> PartnerCenterWorld asking(
            Function<URI, A> opening, Function<A, BatchStatusQuery> query) {
        FakePartnerCenter partnerCenter = FakePartnerCenter.start();
        A adapter = opening.apply(partnerCenter.baseUrl());
        return new PartnerCenterWorld(partnerCenter, adapter, query.apply(adapter));
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
        partnerCenter.put(batch, () -> {
            asked.countDown();
            return Optional.of(Reply.silence());
        });
        return asked;
    }

    /**
     * Closes the adapter and the server.
     *
     * @throws IllegalStateException if the adapter can't be closed
     */
    @Override
    public void close() {
        try (partnerCenter) {
            adapter.close();
        } catch (Exception unclosed) {
            throw new IllegalStateException("the adapter can't be closed", unclosed);
        }
    }
}
