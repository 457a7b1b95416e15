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

    void forget() {
        customers.clear();
        courses.clear();
    }

    Map<BatchReference, BatchCourse> courses() {
        return Map.copyOf(courses);
    }

    Handled answer(StatusPath path) {
        Optional<CustomerId> customer = read(path.customer(), CustomerId::parse);
        if (customer.isEmpty()) {
            return Handled.unplanned(Reply.fault(400, "900118", "The customer id is invalid."));
        }
        if (!customers.contains(customer.get())) {
            return Handled.unplanned(Reply.fault(404, "60003", "The tenant was not found."));
        }
        Reply unknown = Reply.fault(404, "1000", "The batch tracking id was not found.");
        return read(path.tracking(), BatchTrackingId::parse)
                .map(tracking -> new BatchReference(customer.get(), tracking))
                .flatMap(batch -> Optional.ofNullable(courses.get(batch)))
                .map(course -> Handled.with(course.next().orElse(unknown)))
                .orElseGet(() -> Handled.unplanned(unknown));
    }

    private static <T> Optional<T> read(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
