package io.github.devicebatch.testkit.extended;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakePartnerCenterExtension.class)
class AsksEverywhere {

    private final FakePartnerCenter constructed;

    AsksEverywhere(FakePartnerCenter constructed) {
        this.constructed = constructed;
    }

    @BeforeEach
    void plan(FakePartnerCenter partnerCenter, ManualTime time) {
        assertThat(partnerCenter).isSameAs(constructed);
        assertThat(partnerCenter.requests()).isEmpty();
        assertThat(time.instant()).isEqualTo(ManualTime.DEFAULT_START);
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
        time.advance(Duration.ofSeconds(1));
    }

    @RepeatedTest(3)
    void takesTheSame(FakePartnerCenter partnerCenter, ManualTime time) throws InterruptedException {
        assertThat(partnerCenter).isSameAs(constructed);
        assertThat(Seen.ask(partnerCenter, Batches.REFERENCE)).isInstanceOf(Found.class);
        assertThat(partnerCenter.requests().getFirst().when()).isEqualTo(time.instant());
    }

    @AfterEach
    void look(FakePartnerCenter partnerCenter) {
        assertThat(partnerCenter.requests()).hasSize(1);
    }
}
