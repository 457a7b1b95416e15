package io.github.devicebatch.testkit.support;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.MagicBatch;
import java.net.http.HttpResponse;

/** A question about a magic batch, by the customer of the documented example. */
public final class MagicQuestion {

    private MagicQuestion() {}

    public static HttpResponse<String> ask(Client client, MagicBatch batch) throws Exception {
        return client.ask(reference(batch));
    }

    public static BatchReference reference(MagicBatch batch) {
        return new BatchReference(Batches.CUSTOMER, batch.trackingId());
    }
}
