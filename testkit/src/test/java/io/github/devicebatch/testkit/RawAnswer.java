package io.github.devicebatch.testkit;

import java.io.IOException;

/** Everything that a client receives of one answer, to the end of the connection. */
final class RawAnswer {

    private RawAnswer() {}

    static String to(FakePartnerCenter partnerCenter, Reply reply) throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(reply);
        try (RawClient client = RawClient.of(partnerCenter).ask(Batches.REFERENCE)) {
            return client.readAll();
        }
    }
}
