package io.github.devicebatch.application.watch;

import static io.github.devicebatch.application.support.Replies.BATCH;
import static io.github.devicebatch.application.support.Replies.REGISTERED;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.support.LeapingTime;
import io.github.devicebatch.application.support.Watching;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchWatchNullTest {

    private final Watching watching = new Watching();

    @Test
    void refusesNull() {
        LeapingTime time = watching.time;
        BatchStatusQuery query = inTurn(REGISTERED);
        BatchWatch watch = BatchWatch.of(query, time, time);

        assertThatNullPointerException().isThrownBy(() -> BatchWatch.of(null, time, time));
        assertThatNullPointerException().isThrownBy(() -> BatchWatch.of(query, null, time));
        assertThatNullPointerException().isThrownBy(() -> BatchWatch.of(query, time, null));
        assertThatNullPointerException().isThrownBy(() -> BatchWatch.of(query, time, time, null));
        assertThatNullPointerException().isThrownBy(() -> BatchWatch.of(query, time, time, REGULAR, null));
        assertThatNullPointerException().isThrownBy(() -> watch.watch(null));
        assertThatNullPointerException().isThrownBy(() -> watch.watch(BATCH, null));
        assertThatNullPointerException().isThrownBy(() -> watch.watchAll(null, event -> {}));
        assertThatNullPointerException().isThrownBy(() -> watch.watchAll(Arrays.asList(BATCH, null), event -> {}));
        assertThatNullPointerException().isThrownBy(() -> watch.watchAll(List.of(), null));
        assertThatNullPointerException().isThrownBy(() -> watch.watchAll(List.of(), event -> {}, null));
    }
}
