package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Knows the batches, and answers for those that it does not know. Thread-safe. */
final class BatchDesk {

    private final Set<CustomerId> customers = ConcurrentHashMap.newKeySet();
    private final Map<BatchReference, BatchCourse> courses = new ConcurrentHashMap<>();

    void put(BatchReference batch, BatchCourse course) {
        customers.add(batch.customer());
        courses.put(batch, course);
    }

    boolean knows(CustomerId customer) {
        return customers.contains(customer);
    }

    Reply answer(StatusPath path) {
        Optional<CustomerId> customer = read(path.customer(), CustomerId::parse);
        if (customer.isEmpty()) {
            return ServiceFaults.invalidCustomer();
        }
        if (!knows(customer.get())) {
            return ServiceFaults.unknownCustomer();
        }
        return read(path.tracking(), BatchTrackingId::parse)
                .map(tracking -> new BatchReference(customer.get(), tracking))
                .flatMap(batch -> Optional.ofNullable(courses.get(batch)))
                .flatMap(BatchCourse::next)
                .orElseGet(() -> ServiceFaults.notFound("The batch tracking id"));
    }

    static <T> Optional<T> read(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
