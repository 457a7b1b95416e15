package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MagicBatchTest {

    private final ManualTime time = ManualTime.start();

    @Test
    void hasAnIdAndADescriptionOfItsOwn() {
        assertThat(MagicBatch.THROTTLED_ONCE.trackingId()).hasToString("00000000-0000-0000-0000-000000000429");
        assertThat(Arrays.stream(MagicBatch.values()).map(MagicBatch::trackingId))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(MagicBatch.values()).map(MagicBatch::description))
                .doesNotHaveDuplicates();
    }

    @Test
    void isAboutTheIdThatWasAsked() throws Exception {
        for (MagicBatch batch : MagicBatch.values()) {
            String replied = replied(batch);
            assertThat(replied.contains("\"batchTrackingId\":\"" + batch.trackingId() + "\""))
                    .as(batch.name())
                    .isEqualTo(replied.contains("\"devicesStatus\"") && batch != MagicBatch.ANOTHER_BATCH);
        }
    }

    /** Gives what the batch replies in the end, without its faults of the connection. */
    private String replied(MagicBatch batch) {
        ReplySource course = batch.newSource(time);
        Reply reply = null;
        for (int question = 0; question < 5; question++) {
            reply = course.next().orElseThrow();
        }
        return reply instanceof HttpReply http ? new String(http.body()) : "";
    }
}
