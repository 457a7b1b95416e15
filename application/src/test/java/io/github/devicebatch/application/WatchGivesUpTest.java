package io.github.devicebatch.application;

import static io.github.devicebatch.application.support.Replies.NOT_FOUND;
import static io.github.devicebatch.application.support.Replies.PROCESSING;
import static io.github.devicebatch.application.support.Replies.REFUSED;
import static io.github.devicebatch.application.support.Replies.inTurn;
import static io.github.devicebatch.application.support.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.support.Watching;
import io.github.devicebatch.application.watch.WatchEnding.GaveUp;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchGivesUpTest {

    private final Watching watching = new Watching();

    @Test
    void givesUpWhenItIsRefusedAndKeepsWhatItKnew() throws InterruptedException {
        assertThat(watching.watch(inTurn(PROCESSING, REFUSED), REGULAR))
                .isEqualTo(new GaveUp(REFUSED, Optional.of(PROCESSING.status().progress()), 2));
    }

    @Test
    void givesUpAtOnceOnABatchThatNobodyKnows() throws InterruptedException {
        assertThat(watching.watch(inTurn(NOT_FOUND), REGULAR)).isEqualTo(new GaveUp(NOT_FOUND, Optional.empty(), 1));
    }
}
