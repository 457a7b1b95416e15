package io.github.devicebatch.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void saysWhatKindOfBodyItHas() {
        assertThat(Reply.html(502, "<p>").headers())
                .containsExactly(new Header("Content-Type", "text/html; charset=utf-8"));
        assertThat(Reply.json(200, "{}").headers())
                .containsExactly(new Header("Content-Type", "application/json; charset=utf-8"));
        assertThat(Reply.empty(503).headers()).isEmpty();
    }

    @Test
    void canSendAHeaderTwice() {
        assertThat(Reply.empty(429)
                        .withHeader("Retry-After", "2")
                        .withHeader("Retry-After", "9")
                        .headers())
                .isEqualTo(List.of(new Header("Retry-After", "2"), new Header("Retry-After", "9")));
    }

    @Test
    void keepsItsBodyFromBeingChanged() {
        byte[] bytes = "{}".getBytes(UTF_8);
        HttpReply reply = Reply.bytes(200, "text/json", bytes);
        bytes[0] = '[';
        reply.body()[1] = ']';
        assertThat(new String(reply.body(), UTF_8)).isEqualTo("{}");
    }
}
