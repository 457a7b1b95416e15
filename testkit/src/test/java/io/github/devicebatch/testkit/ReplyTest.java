package io.github.devicebatch.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    @Test
    void writesAFaultInPartnerCentersShape() {
        assertThat(text(Reply.fault(401, "900421", "No \"MFA\".")))
                .isEqualTo("{\"code\":\"900421\",\"description\":\"No \\\"MFA\\\".\",\"data\":[],"
                        + "\"source\":\"FakePartnerCenter\"}");
    }

    @Test
    void writesAFaultWithANumberForItsCode() {
        assertThat(text(Reply.numberedFault(401, 900_421, "No MFA.")))
                .isEqualTo("{\"code\":900421,\"description\":\"No MFA.\",\"source\":\"FakePartnerCenter\"}");
    }

    @Test
    void throttlesInTheGatewaysShape() {
        HttpReply throttled = Reply.throttled(Duration.ofSeconds(57));
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.headers()).contains(new Header("Retry-After", "57"));
        assertThat(text(throttled))
                .isEqualTo("{\"statusCode\":429,\"message\":\"Rate limit is exceeded. Try again in 57 seconds.\"}");
    }

    @Test
    void writesTheFaultsOfTheNeighbours() {
        assertThat(text(Reply.neighbourFault(403, "Forbidden", "no")))
                .isEqualTo("{\"error\":{\"code\":\"Forbidden\",\"message\":\"no\"}}");
        assertThat(text(Reply.tokenFault(400, "invalid_grant", "expired")))
                .isEqualTo("{\"error\":\"invalid_grant\",\"error_description\":\"expired\"}");
    }

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
        assertThat(text(reply)).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 99, 600})
    void takesNoStatusThatHttpDoesNotHave(int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reply.empty(status))
                .withMessageContaining("" + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "\u0000", "\u20ac"})
    void takesNoHeaderThatBreaksTheLine(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reply.empty(200).withHeader("X-Broken", value))
                .withMessageContaining("X-Broken");
    }

    @Test
    void takesNoNegativeLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> Reply.empty(200).stallingAfter(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Reply.empty(200).truncatedAfter(-1));
    }

    private static String text(HttpReply reply) {
        return new String(reply.body(), UTF_8);
    }
}
