package io.github.devicebatch.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    @Test
    void hasTheContentTypeOfItsBody() {
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
    void copiesItsBody() {
        byte[] bytes = "{}".getBytes(UTF_8);
        HttpReply reply = Reply.bytes(200, "text/json", bytes);
        bytes[0] = '[';
        reply.body()[1] = ']';
        assertThat(new String(reply.body(), UTF_8)).isEqualTo("{}");
    }

    @Nested
    class Faults {

        @Test
        void writePartnerCentersFormat() {
            assertThat(text(Reply.fault(401, "900421", "No \"MFA\".")))
                    .isEqualTo("{\"code\":\"900421\",\"description\":\"No \\\"MFA\\\".\",\"data\":[],"
                            + "\"source\":\"FakePartnerCenter\"}");
        }

        @Test
        void writeACodeAsANumber() {
            assertThat(text(Reply.numberedFault(401, 900_421, "No MFA.")))
                    .isEqualTo("{\"code\":900421,\"description\":\"No MFA.\",\"source\":\"FakePartnerCenter\"}");
        }

        @Test
        void writeAThrottledReplyInTheGatewaysFormat() {
            HttpReply throttled = Reply.throttled(Duration.ofSeconds(57));
            assertThat(throttled.status()).isEqualTo(429);
            assertThat(throttled.headers()).contains(new Header("Retry-After", "57"));
            assertThat(text(throttled))
                    .isEqualTo("{\"statusCode\":429,\"message\":\"Rate limit is exceeded. Try again in 57 seconds.\"}");
        }

        @Test
        void writeTheFormatsOfOtherHosts() {
            assertThat(text(Reply.neighbourFault(403, "Forbidden", "no")))
                    .isEqualTo("{\"error\":{\"code\":\"Forbidden\",\"message\":\"no\"}}");
            assertThat(text(Reply.tokenFault(400, "invalid_grant", "expired")))
                    .isEqualTo("{\"error\":\"invalid_grant\",\"error_description\":\"expired\"}");
        }

        private static String text(HttpReply reply) {
            return new String(reply.body(), UTF_8);
        }
    }

    @Nested
    class InvalidArgument {

        @ParameterizedTest
        @ValueSource(ints = {-1, 99, 600})
        void isRejectedAsStatus(int status) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Reply.empty(status))
                    .withMessageContaining("" + status);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\r\nb", "a\nb", "\u0000", "\u20ac"})
        void isRejectedAsHeaderValue(String value) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Reply.empty(200).withHeader("X-Broken", value))
                    .withMessageContaining("X-Broken");
        }

        @Test
        void isRejectedAsLength() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Reply.empty(200).stallingAfter(-1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Reply.empty(200).truncatedAfter(-1));
        }
    }

    @Nested
    class Broken {

        private final HttpReply whole = Reply.status(200);

        @Test
        void endsTheConnectionWithoutAResponse() {
            assertThat(List.of(Reply.reset(), Reply.close(), Reply.silence()))
                    .allSatisfy(reply -> assertThat(reply.sentStatus()).isEmpty())
                    .extracting(reply -> ((TruncatedReply) reply).ending())
                    .containsExactly(
                            TruncatedReply.Ending.RESET, TruncatedReply.Ending.CLOSE, TruncatedReply.Ending.STALL);
        }

        @Test
        void hasTheStatusThatAClientReceives() {
            assertThat(whole.truncatedAfter(0).sentStatus()).hasValue(200);
            assertThat(whole.truncatedAtByte("HTTP/1.1 200".length()).sentStatus())
                    .hasValue(200);
            assertThat(whole.truncatedAtByte("HTTP/1.1 20".length()).sentStatus())
                    .isEmpty();
            assertThat(whole.dripping(1, Duration.ofSeconds(10)).sentStatus()).hasValue(200);
            assertThat(whole.splitAtByte(1).sentStatus()).hasValue(200);
            assertThat(Reply.raw("HTTP/1.0 404 Not Found").sentStatus()).hasValue(404);
            assertThat(Reply.raw("nonsense").sentStatus()).isEmpty();
        }

        @Test
        void countsFromTheBodyOrFromTheResponse() {
            assertThat(List.of(whole.stallingAfter(7), whole.truncatedAfter(8), whole.resetAfter(9)))
                    .extracting(reply -> (TruncatedReply) reply)
                    .allMatch(truncated -> truncated.origin() == TruncatedReply.Origin.BODY)
                    .extracting(TruncatedReply::length)
                    .containsExactly(7, 8, 9);
            assertThat(((TruncatedReply) whole.stallingAtByte(7)).origin()).isEqualTo(TruncatedReply.Origin.RESPONSE);
            assertThat(((DrippingReply) whole.drippingBody(1, Duration.ofSeconds(10))).bytes())
                    .isEqualTo(1);
        }

        @Test
        void rejectsLengthsAndPausesThatAreNotPositive() {
            assertThatIllegalArgumentException().isThrownBy(() -> whole.dripping(0, Duration.ofSeconds(1)));
            assertThatIllegalArgumentException().isThrownBy(() -> whole.dripping(1, Duration.ZERO));
            assertThatIllegalArgumentException().isThrownBy(() -> whole.truncatedAfter(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> whole.splitAtByte(-1));
        }
    }

    @Nested
    class RetryAfter {

        @Test
        void isRoundedDownOrAnyText() {
            assertThat(Reply.status(503).hasHeader("Retry-After")).isFalse();
            assertThat(Reply.status(429)
                            .retryAfter(Duration.ofMillis(57_900))
                            .retryAfter("soon")
                            .withHeader("X-Last", "yes")
                            .headers())
                    .endsWith(
                            new Header("Retry-After", "57"),
                            new Header("Retry-After", "soon"),
                            new Header("X-Last", "yes"));
        }
    }
}
