package io.github.devicebatch.testkit;

import io.github.devicebatch.domain.BatchReference;
import java.net.http.HttpResponse;

/** A question about a magic batch, by the customer of the documented example. */
final class MagicQuestion {

    private MagicQuestion() {}

    static HttpResponse<String> ask(Client client, MagicBatch batch) throws Exception {
        return client.ask(reference(batch));
    }

    static BatchReference reference(MagicBatch batch) {
        return new BatchReference(Batches.CUSTOMER, batch.trackingId());
    }
}
