package io.github.devicebatch.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplyFaultTest {

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

    private static String text(HttpReply reply) {
        return new String(reply.body(), UTF_8);
    }
}
