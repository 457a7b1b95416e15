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

/** Knows the batches, and answers for those that it does not know. Thread-safe. */
public final class BatchRegistry {

    private final Set<CustomerId> customers = ConcurrentHashMap.newKeySet();
    private final Map<BatchReference, ReplySource> courses = new ConcurrentHashMap<>();
    private final Map<BatchReference, ReplySource> magic = new ConcurrentHashMap<>();
    private final InstantSource time;
    private volatile boolean isMagic;

    BatchRegistry(InstantSource time) {
        this.time = time;
    }

    /** Turns the batches of {@link MagicBatch} on or off; they begin anew. */
    void magic(boolean on) {
        magic.clear();
        isMagic = on;
    }

    boolean isMagic() {
        return isMagic;
    }

    void forget() {
        customers.clear();
        courses.clear();
        magic.clear();
    }

    public void put(BatchReference batch, ReplySource course) {
        customers.add(batch.customer());
        courses.put(batch, course);
    }

    public boolean knows(CustomerId customer) {
        return customers.contains(customer);
    }

    public Map<BatchReference, ReplySource> courses() {
        return Map.copyOf(courses);
    }

    RequestHandler.Result answer(Routes path) {
        Optional<CustomerId> customer = read(path.customer(), CustomerId::parse);
        if (customer.isEmpty()) {
            return RequestHandler.Result.unplanned(ServiceFaults.invalidCustomer());
        }
        HttpReply unknown = unknown(customer.get());
        return read(path.tracking(), BatchTrackingId::parse)
                .map(tracking -> new BatchReference(customer.get(), tracking))
                .flatMap(this::course)
                .map(course -> RequestHandler.Result.with(course.next().orElse(unknown)))
                .orElseGet(() -> RequestHandler.Result.unplanned(unknown));
    }

    private Optional<ReplySource> course(BatchReference batch) {
        return Optional.ofNullable(courses.get(batch))
                .or(() -> Optional.of(batch.tracking())
                        .filter(any -> isMagic)
                        .flatMap(MagicBatch::of)
                        .map(kind -> magic.computeIfAbsent(batch, first -> kind.course(time))));
    }

    private HttpReply unknown(CustomerId customer) {
        return knows(customer) ? ServiceFaults.notFound("The batch tracking id") : ServiceFaults.unknownCustomer();
    }

    static <T> Optional<T> read(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
