package io.github.devicebatch.domain.support;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;

/** Texts about one batch: {@code <c>} stands for the customer's id and {@code <t>} for the tracking id. */
public final class ReferenceTexts {

    public static final String CUSTOMER = "47021739-3426-40bf-9601-61b4b6d7c793";
    public static final String TRACKING = "0127ed8e-ff72-4983-a3d8-e8d8bd378932";
    public static final BatchReference REFERENCE =
            new BatchReference(CustomerId.parse(CUSTOMER), BatchTrackingId.parse(TRACKING));

    private ReferenceTexts() {}

    public static String filled(String form) {
        return form.replace("<c>", CUSTOMER).replace("<t>", TRACKING);
    }
}
