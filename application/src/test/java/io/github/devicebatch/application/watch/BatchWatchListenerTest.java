package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Answers.PROCESSING;
import static io.github.devicebatch.application.support.Answers.REGISTERED;
import static io.github.devicebatch.application.support.Answers.inTurn;
import static io.github.devicebatch.application.support.Answers.unavailable;
import static io.github.devicebatch.application.support.WatchWithoutJitter.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.support.FailingWatch;
import io.github.devicebatch.application.support.WatchWithoutJitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BatchWatchListenerTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                WatchEvent.Answered.class,
                WatchEvent.Changed.class,
                WatchEvent.Held.class,
                WatchEvent.Paused.class,
                WatchEvent.Ended.class
            })
    void ofTheListenerReachesTheCallerAtOnce(Class<? extends WatchEvent> told) {
        List<WatchEvent> events = new ArrayList<>();
        WatchListener failing = event -> {
            events.add(event);
            if (told.isInstance(event)) {
                throw FailingWatch.BUG;
            }
        };
        BatchStatusQuery query =
                inTurn(PROCESSING, unavailable(UnavailabilityCause.THROTTLED, Duration.ofSeconds(9)), REGISTERED);

        assertThatThrownBy(() -> new WatchWithoutJitter().watch(query, REGULAR, failing))
                .isSameAs(FailingWatch.BUG);
        assertThat(events).filteredOn(told::isInstance).hasSize(1);
        assertThat(events.getLast()).isInstanceOf(told);
    }
}
