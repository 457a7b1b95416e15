package io.github.devicebatch.testkit.extended;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class Lenient {

    @RegisterExtension
    final FakePartnerCenterExtension fake = new FakePartnerCenterExtension().lenient();

    @Test
    void asksWhatNobodyPlanned() throws InterruptedException {
        assertThat(Seen.ask(fake.partnerCenter(), Batches.REFERENCE)).isInstanceOf(NotFound.class);
    }
}
