package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.input.ReferenceText;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.domain.CustomerId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names of customers in the settings file, in any case. */
public final class CustomerNames {

    /** The beginning of the keys: {@code customer.contoso} has the id of contoso. */
    public static final String PREFIX = "customer.";

    private final Map<String, CustomerId> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private CustomerNames() {}

    /**
     * Reads the names.
     *
     * @throws UsageException if a name is not usable or an id is invalid
     */
    public static CustomerNames of(EnvironmentVariables environment) {
        CustomerNames names = new CustomerNames();
        environment.settings().forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                names.add(key, value, environment.settingsFile());
            }
        });
        return names;
    }

    private void add(String key, String value, String file) {
        String name = key.substring(PREFIX.length());
        if (name.isEmpty() || name.contains("/")) {
            throw new UsageException(Problem.of(
                    key + " in " + file + " has no usable name",
                    "give a name without a slash, such as customer.contoso"));
        }
        try {
            ids.put(name, CustomerId.parse(ReferenceText.clean(value)));
        } catch (IllegalArgumentException invalid) {
            throw new UsageException(Problem.of(key + " in " + file + ": " + invalid.getMessage(), "correct the id"));
        }
    }

    /**
     * Returns the customer with a name or id.
     *
     * @throws IllegalArgumentException if {@code text} is neither
     */
    CustomerId customer(String text) {
        return find(text).orElseGet(() -> CustomerId.parse(text));
    }

    private Optional<CustomerId> find(String name) {
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
