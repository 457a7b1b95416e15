package io.github.devicebatch.testkit.extended;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.PlainQuery;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The fakes that the tests here were given, in order, and a question to one of them. */
final class Seen {

    static final List<FakePartnerCenter> FAKES = new CopyOnWriteArrayList<>();

    private Seen() {}

    static BatchStatusAnswer ask(FakePartnerCenter partnerCenter, BatchReference batch) throws InterruptedException {
        FAKES.add(partnerCenter);
        try (PlainQuery query = new PlainQuery(partnerCenter.baseUrl(), "made-up")) {
            return query.ask(batch);
        }
    }
}
