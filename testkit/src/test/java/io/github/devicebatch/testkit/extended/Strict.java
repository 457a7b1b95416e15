package io.github.devicebatch.testkit.extended;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class Strict {

    @RegisterExtension
    final FakePartnerCenterExtension fake = new FakePartnerCenterExtension().strict();

    @Test
    void asksForEverything(FakePartnerCenter partnerCenter) throws InterruptedException {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
        partnerCenter
                .timeline(Batches.anotherBatch())
                .from(Duration.ZERO, Batches.queued())
                .from(Duration.ofHours(1), Batches.finished());
        Seen.ask(partnerCenter, Batches.REFERENCE);
        Seen.ask(partnerCenter, Batches.anotherBatch());
    }

    @Test
    void leavesTheEndOfAScript(FakePartnerCenter partnerCenter) throws InterruptedException {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.queued())
                .then(Reply.empty(503))
                .then(Reply.empty(200));
        Seen.ask(partnerCenter, Batches.REFERENCE);
    }

    @Test
    void leavesATimeline(FakePartnerCenter partnerCenter) {
        partnerCenter.timeline(Batches.REFERENCE).from(Duration.ZERO, Reply.empty(200));
    }
}
