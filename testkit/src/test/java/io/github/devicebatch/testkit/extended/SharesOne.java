package io.github.devicebatch.testkit.extended;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In the order of their names: the one that plans nothing comes after those that do. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class SharesOne {

    @RegisterExtension
    static final FakePartnerCenterExtension FAKE = new FakePartnerCenterExtension();

    private static FakePartnerCenter first;

    @BeforeAll
    static void runsAlready() {
        first = FAKE.partnerCenter();
    }

    @RepeatedTest(3)
    void findsItAsNew(FakePartnerCenter partnerCenter) throws InterruptedException {
        assertThat(partnerCenter).isSameAs(first).isSameAs(FAKE.partnerCenter());
        assertThat(partnerCenter.requestCount()).isZero();
        assertThat(partnerCenter.requests()).isEmpty();
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
        assertThat(Seen.ask(partnerCenter, Batches.REFERENCE)).isInstanceOf(Found.class);
    }

    @Test
    void knowsNothingThatAnotherTestPlanned(FakePartnerCenter partnerCenter) throws InterruptedException {
        Seen.ask(partnerCenter, Batches.REFERENCE);
    }

    @Nested
    class Inside {

        @Test
        void hasTheSame(FakePartnerCenter partnerCenter) {
            assertThat(partnerCenter).isSameAs(first);
            Seen.FAKES.add(partnerCenter);
        }
    }
}
