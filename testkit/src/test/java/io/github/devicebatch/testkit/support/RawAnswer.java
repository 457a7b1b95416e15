package io.github.devicebatch.testkit.support;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;

/** Everything that a client receives of one answer, to the end of the connection. */
public final class RawAnswer {

    private RawAnswer() {}

    public static String to(FakePartnerCenter partnerCenter, Reply reply) throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(reply);
        try (RawClient client = RawClient.of(partnerCenter).ask(Batches.REFERENCE)) {
            return client.readAll();
        }
    }
}
