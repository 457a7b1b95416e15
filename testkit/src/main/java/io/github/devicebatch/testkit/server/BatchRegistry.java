package io.github.devicebatch.testkit.server;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.RequestHandler;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The batches of all customers, with the source of the replies about each. Thread-safe. */
final class BatchRegistry {

    private final Set<CustomerId> customers = ConcurrentHashMap.newKeySet();
    private final Map<BatchReference, ReplySource> sources = new ConcurrentHashMap<>();
    private final Map<BatchReference, ReplySource> magicSources = new ConcurrentHashMap<>();
    private final InstantSource time;
    private volatile boolean hasMagicBatches;

    BatchRegistry(InstantSource time) {
        this.time = time;
    }

    /** Turns the batches of {@link MagicBatch} on or off, and restarts those in progress. */
    void setMagicBatches(boolean on) {
        magicSources.clear();
        hasMagicBatches = on;
    }

    boolean hasMagicBatches() {
        return hasMagicBatches;
    }

    /** Removes all batches and restarts the magic ones. */
    void clear() {
        customers.clear();
        sources.clear();
        magicSources.clear();
    }

    void put(BatchReference batch, ReplySource source) {
        customers.add(batch.customer());
        sources.put(batch, source);
    }

    boolean hasCustomer(CustomerId customer) {
        return customers.contains(customer);
    }

    /** Returns a copy of the sources, without those of magic batches. */
    Map<BatchReference, ReplySource> sources() {
        return Map.copyOf(sources);
    }

    /** Returns the next reply about the batch of a path, or a fault if there is no such batch. */
    RequestHandler.Result nextReply(Routes.StatusPath path) {
        Optional<CustomerId> customer = parse(path.customer(), CustomerId::parse);
        if (customer.isEmpty()) {
            return RequestHandler.Result.unplanned(ServiceFaults.invalidCustomer());
        }
        HttpReply unknown = unknown(customer.get());
        return parse(path.tracking(), BatchTrackingId::parse)
                .map(tracking -> new BatchReference(customer.get(), tracking))
                .flatMap(this::source)
                .map(source -> RequestHandler.Result.with(source.next().orElse(unknown)))
                .orElseGet(() -> RequestHandler.Result.unplanned(unknown));
    }

    private Optional<ReplySource> source(BatchReference batch) {
        return Optional.ofNullable(sources.get(batch)).or(() -> magicSource(batch));
    }

    private Optional<ReplySource> magicSource(BatchReference batch) {
        return hasMagicBatches
                ? MagicBatch.find(batch.tracking())
                        .map(magic -> magicSources.computeIfAbsent(batch, first -> magic.newSource(time)))
                : Optional.empty();
    }

    private HttpReply unknown(CustomerId customer) {
        return hasCustomer(customer)
                ? ServiceFaults.notFound("The batch tracking id")
                : ServiceFaults.unknownCustomer();
    }

    /** Returns a parsed id, or empty if {@code parser} throws an {@link IllegalArgumentException}. */
    static <T> Optional<T> parse(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
