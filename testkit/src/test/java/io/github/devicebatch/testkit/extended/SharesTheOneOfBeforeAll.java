package io.github.devicebatch.testkit.extended;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakePartnerCenterExtension.class)
class SharesTheOneOfBeforeAll {

    private static FakePartnerCenter first;

    @BeforeAll
    static void take(FakePartnerCenter partnerCenter) {
        first = partnerCenter;
    }

    @RepeatedTest(2)
    void hasTheSame(FakePartnerCenter partnerCenter) {
        assertThat(partnerCenter).isSameAs(first);
        Seen.FAKES.add(partnerCenter);
    }
}
