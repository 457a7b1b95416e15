package io.github.devicebatch.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.BatchScript;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchScriptTest {

    private final BatchScript script = new BatchScript(Batches.TRACKING);

    @Test
    void addsHeadersToTheReplyGivenLast() {
        script.thenStatus(503)
                .thenStatus(429)
                .retryAfter(Duration.ofMillis(57_900))
                .retryAfter("soon")
                .withHeader("X-Last", "yes");
        assertThat(next(HttpReply.class).has("Retry-After")).isFalse();
        assertThat(next(HttpReply.class).headers())
                .endsWith(
                        new Header("Retry-After", "57"),
                        new Header("Retry-After", "soon"),
                        new Header("X-Last", "yes"));
    }

    @Test
    void hasNothingToAddAHeaderTo() {
        assertThatIllegalStateException().isThrownBy(() -> script.retryAfter("1"));
        assertThatIllegalStateException()
                .isThrownBy(() -> script.thenReset().retryAfter("1"))
                .withMessageContaining("Retry-After");
    }

    @Test
    void breaksAnswersInEveryWay() {
        script.thenReset().thenClose().thenStall().thenStall(7).thenTruncate(8).thenDrip(1, Duration.ofSeconds(10));
        assertThat(List.of(next(TruncatedReply.class), next(TruncatedReply.class), next(TruncatedReply.class)))
                .allMatch(broken -> broken.length() == 0)
                .extracting(TruncatedReply::ending)
                .containsExactly(TruncatedReply.Ending.RESET, TruncatedReply.Ending.CLOSE, TruncatedReply.Ending.STALL);
        assertThat(List.of(next(TruncatedReply.class), next(TruncatedReply.class)))
                .allMatch(broken -> broken.origin() == TruncatedReply.Origin.BODY)
                .extracting(TruncatedReply::length)
                .containsExactly(7, 8);
        assertThat(next(DrippingReply.class).bytes()).isEqualTo(1);
    }

    @Test
    void takesNoDripThatStandsStillAndNoneThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> script.thenDrip(0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> script.thenDrip(1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> script.thenTruncate(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> script.then(Reply.empty(200).splitAtByte(-1)));
    }

    private <R extends Reply> R next(Class<R> kind) {
        return kind.cast(script.next().orElseThrow());
    }
}
