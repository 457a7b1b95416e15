package io.github.devicebatch.testkit.extended;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakePartnerCenterExtension.class)
class AsksWhatNobodyPlanned {

    private static final BatchReference NEARLY =
            BatchReference.parse(Batches.CUSTOMER + "/0127ed8e-ff72-4983-a3d8-e8d8bd378939");

    @Test
    void likesTheAnswer(FakePartnerCenter partnerCenter) throws InterruptedException {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished());
        partnerCenter.script(Batches.numbered(1)).then(Batches.finished());
        assertThat(Seen.ask(partnerCenter, NEARLY)).isInstanceOf(NotFound.class);
    }

    @Test
    void dislikesTheAnswer(FakePartnerCenter partnerCenter) throws InterruptedException {
        assertThat(Seen.ask(partnerCenter, NEARLY)).isNull();
    }
}
