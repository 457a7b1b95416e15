package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.Descriptions.serial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.domain.BatchAnomaly.DevicesUnsettled;
import io.github.devicebatch.domain.BatchAnomaly.RowsVanished;
import io.github.devicebatch.domain.BatchAnomaly.StateWentBack;
import io.github.devicebatch.domain.BatchAnomaly.VerdictsReversed;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchAnomalyTest {

    private static final DeviceStatus DEVICE = serial("1", "queued");

    @Test
    void saysWhatIsOdd() {
        assertThat(new StateWentBack(BatchState.Listed.FINISHED_WITH_ERRORS, BatchState.Listed.QUEUED).description())
                .isEqualTo("the batch went back from finished_with_errors to queued");
        assertThat(new DevicesUnsettled(List.of(DEVICE)).description())
                .isEqualTo("1 device already settled became unsettled again");
        assertThat(new VerdictsReversed(List.of(DEVICE, DEVICE)).description())
                .isEqualTo("2 devices changed between registered and failed");
        assertThat(new RowsVanished(1).description()).isEqualTo("1 row vanished");
        assertThat(new RowsVanished(20).description()).isEqualTo("20 rows vanished");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> new StateWentBack(null, BatchState.Listed.QUEUED));
        assertThatNullPointerException().isThrownBy(() -> new StateWentBack(BatchState.Listed.QUEUED, null));
        assertThatNullPointerException().isThrownBy(() -> new DevicesUnsettled(null));
        assertThatNullPointerException().isThrownBy(() -> new VerdictsReversed(null));
    }
}
