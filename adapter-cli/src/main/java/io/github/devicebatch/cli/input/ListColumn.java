package io.github.devicebatch.cli.input;

import java.util.Locale;
import java.util.Set;

/** Column of a list, recognized by the name in the header. */
enum ListColumn {
    REFERENCE("reference", "ref", "batchreference", "location", "url"),
    CUSTOMER("customerid", "customer", "customertenantid", "tenantid", "microsoftid"),
    TRACKING("trackingid", "tracking", "batchtrackingid", "batchid", "batch");

    private final Set<String> names;

    ListColumn(String... names) {
        this.names = Set.of(names);
    }

    /** Compares letters only, in any case: {@code Customer ID} is {@code customerId}. */
    boolean isNamed(String cell) {
        return names.contains(ReferenceText.clean(cell).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }

    static boolean isName(String cell) {
        return REFERENCE.isNamed(cell) || CUSTOMER.isNamed(cell) || TRACKING.isNamed(cell);
    }
}
