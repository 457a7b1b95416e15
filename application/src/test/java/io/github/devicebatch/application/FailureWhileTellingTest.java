package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.PROCESSING;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static io.github.devicebatch.application.support.Replies.unavailable;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.support.FailingWatch;
import io.github.devicebatch.application.support.Watching;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.application.watch.WatchListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FailureWhileTellingTest {

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

        assertThatThrownBy(() -> new Watching().watch(query, REGULAR, failing)).isSameAs(FailingWatch.BUG);
        assertThat(events).filteredOn(told::isInstance).hasSize(1);
        assertThat(events.getLast()).isInstanceOf(told);
    }
}
