package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.LeapingTime.START;
import static io.github.devicebatch.application.support.Replies.BATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.watch.WatchEvent.Contradicted;
import io.github.devicebatch.application.watch.WatchEvent.Held;
import io.github.devicebatch.application.watch.WatchEvent.Paused;
import io.github.devicebatch.domain.BatchAnomaly;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchEventTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final UnavailabilityCause THROTTLED = UnavailabilityCause.THROTTLED;

    @Test
    void tellsWhenAPauseEnds() {
        assertThat(new Paused(BATCH, START, PauseReason.SCHEDULE, MINUTE).until())
                .isEqualTo(START.plusSeconds(60));
        assertThat(new Held(BATCH, START, THROTTLED, MINUTE).until()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void copiesItsAnomaliesOfWhichThereIsOneAtLeast() {
        List<BatchAnomaly> anomalies = new ArrayList<>(List.of(new BatchAnomaly.RowsVanished(1)));
        Contradicted contradicted = new Contradicted(BATCH, START, anomalies);

        anomalies.clear();

        assertThat(contradicted.anomalies()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contradicted(BATCH, START, anomalies))
                .withMessage("a contradiction has at least one anomaly");
    }
}
