package io.github.devicebatch.cli.options;

import io.github.devicebatch.domain.CustomerId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names of customers in the settings file, in any case. */
public final class CustomerNames {

    public static final CustomerNames NONE = new CustomerNames(Map.of());

    private final Map<String, CustomerId> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public CustomerNames(Map<String, CustomerId> ids) {
        this.ids.putAll(ids);
    }

    Optional<CustomerId> find(String name) {
        return Optional.ofNullable(ids.get(name));
    }

    /** Returns {@code name/tracking} with the customer's id instead of the name; any other text unchanged. */
    String resolve(String reference) {
        int slash = reference.indexOf('/');
        return find(reference.substring(0, Math.max(0, slash)))
                .map(id -> id + reference.substring(slash))
                .orElse(reference);
    }
}
