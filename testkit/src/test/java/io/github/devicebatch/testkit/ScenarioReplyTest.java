package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a scenario can say and what a test in Java can say comes out the same, byte for byte. */
@Timeout(60)
class ScenarioReplyTest {

    private static final int ENOUGH = 4_000;
    private static final HttpReply FINISHED = Reply.describing(Batches.finished());
    private static final HttpReply EMPTY = Reply.empty(503);
    private static final String DESCRIPTION = """
            {'batchTrackingId': 'BA7C0000-0000-4000-8000-000000000001', 'status': 'Finished_With_Errors',
             'startedTime': '2017-07-25T10:00:00', 'completedTime': '2017-07-25T03:10:00.5-07:00',
             'devicesStatus': [
               {'deviceId': 'd', 'serialNumber': 's', 'productKey': 'p', 'status': 'in-progress'},
               {'status': 'finished_with_errors', 'errorCode': '808', 'errorDescription': 'Ztd'},
               {'status': 'odd', 'errorDescription': 'Ztd'}]}""";

    static Stream<Arguments> replies() {
        return Stream.of(kinds(), faults(), bodies(), changes(), endings()).flatMap(part -> part);
    }

    private static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("'batch': " + DESCRIPTION, Reply.describing(described())),
                Arguments.of("'batch': {'status': 'paused'}", Reply.describing(paused())),
                Arguments.of("'example': 'queued'", Reply.describing(Batches.queued())),
                Arguments.of("'example': 'processing'", Reply.describing(Batches.processing())),
                Arguments.of("'example': 'finished'", FINISHED),
                Arguments.of("'example': 'someFailed'", Reply.describing(Batches.finishedWithOneFailure())),
                Arguments.of("'example': 'allFailed'", Reply.describing(Batches.documentedExample())),
                Arguments.of("'example': 'withoutDevices'", MagicReplies.withoutRows(Batches.TRACKING)),
                Arguments.of("'example': 'documented'", Reply.documentedExample()),
                Arguments.of("'throttled': '57s'", Reply.throttled(Duration.ofSeconds(57))),
                Arguments.of("'status': 418", Reply.status(418)),
                Arguments.of("'empty': 504", Reply.empty(504)),
                Arguments.of("'connection': 'reset'", Reply.reset()),
                Arguments.of("'connection': 'close'", Reply.close()),
                Arguments.of("'connection': 'silence'", Reply.silence()));
    }

    private static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "'fault': {'http': 403, 'code': '2032', 'description': 'no'}", Reply.fault(403, "2032", "no")),
                Arguments.of(
                        "'numberedFault': {'http': 403, 'code': 2032, 'description': 'no'}",
                        Reply.numberedFault(403, 2032, "no")),
                Arguments.of("'gatewayFault': {'http': 503, 'message': 'no'}", Reply.gatewayFault(503, "no")),
                Arguments.of(
                        "'neighbourFault': {'http': 403, 'code': 'Forbidden', 'message': 'no'}",
                        Reply.neighbourFault(403, "Forbidden", "no")),
                Arguments.of(
                        "'tokenFault': {'http': 400, 'error': 'invalid_grant', 'description': 'no'}",
                        Reply.tokenFault(400, "invalid_grant", "no")));
    }

    private static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("'json': {'http': 200, 'body': '[]'}", Reply.json(200, "[]")),
                Arguments.of("'html': {'http': 502, 'body': '<p>'}", Reply.html(502, "<p>")),
                Arguments.of(
                        "'bytes': {'http': 200, 'contentType': 'text/plain', 'base64': '/wA='}",
                        Reply.bytes(200, "text/plain", new byte[] {(byte) 0xFF, 0})),
                Arguments.of("'raw': 'nonsense'", Reply.raw("nonsense")),
                Arguments.of("'rawBase64': '/wA='", Reply.raw(new byte[] {(byte) 0xFF, 0})));
    }

    private static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        "'empty': 503, 'headers': {'Retry-After': ['2', '9'], 'X-More': 'z'}",
                        EMPTY.withHeader("Retry-After", "2")
                                .withHeader("Retry-After", "9")
                                .withHeader("X-More", "z")),
                Arguments.of("'empty': 503, 'retryAfter': '1m30s'", EMPTY.retryAfter(Duration.ofSeconds(90))),
                Arguments.of("'example': 'finished', 'gzipped': true", FINISHED.gzipped()),
                Arguments.of("'example': 'finished', 'gzipped': false", FINISHED),
                Arguments.of("'example': 'finished', 'gzippedWithPadding': 9", FINISHED.gzippedWithPadding(9)),
                Arguments.of("'example': 'finished', 'chunked': 100", FINISHED.chunked(100)),
                Arguments.of("'example': 'finished', 'chunkedAs': 'zz'", FINISHED.chunkedAs("zz")),
                Arguments.of("'example': 'finished', 'paddedTo': 2000", FINISHED.paddedTo(2_000)),
                Arguments.of("'example': 'finished', 'paddedForEver': true", FINISHED.paddedForEver()),
                Arguments.of(
                        "'example': 'finished', 'truncatedBeforeLastChunk': true, 'chunked': 9",
                        FINISHED.chunked(9).truncatedBeforeLastChunk()));
    }

    private static Stream<Arguments> endings() {
        return Stream.of(
                Arguments.of("'example': 'finished', 'stallingAfter': 9", FINISHED.stallingAfter(9)),
                Arguments.of("'example': 'finished', 'truncatedAfter': 9", FINISHED.truncatedAfter(9)),
                Arguments.of("'example': 'finished', 'resetAfter': 9", FINISHED.resetAfter(9)),
                Arguments.of("'example': 'finished', 'stallingAtByte': 9", FINISHED.stallingAtByte(9)),
                Arguments.of("'example': 'finished', 'truncatedAtByte': 9", FINISHED.truncatedAtByte(9)),
                Arguments.of("'example': 'finished', 'resetAtByte': 9", FINISHED.resetAtByte(9)),
                Arguments.of("'example': 'finished', 'splitAtByte': 9", FINISHED.splitAtByte(9)),
                Arguments.of(
                        "'example': 'finished', 'dripping': {'bytes': 300, 'pause': '1ms'}",
                        FINISHED.dripping(300, Duration.ofMillis(1))),
                Arguments.of(
                        "'empty': 503, 'drippingBody': {'bytes': 1, 'pause': 'PT0.001S'}",
                        EMPTY.drippingBody(1, Duration.ofMillis(1))));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void saysTheSameAsJava(String json, Reply reply) throws IOException {
        boolean staysOpen = json.contains("'stalling") || json.contains("'silence'");
        assertThat(outcome(staysOpen, fake -> fake.control().load(scenario(json))))
                .isEqualTo(outcome(
                        staysOpen, fake -> fake.script(Batches.REFERENCE).then(reply)));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void readsTheSameReply(String json, Reply reply) {
        Reply read = ScenarioReply.read(JsonParser.parse(quoted("{" + json + "}")), Optional.of(Batches.TRACKING));
        assertThat(read).hasSameClassAs(reply);
        if (!(reply instanceof Response)) {
            assertThat(read).usingRecursiveComparison().ignoringFields("whole").isEqualTo(reply);
        }
    }

    @Test
    void knowsNoMemberThatIsNotTriedHere() {
        Set<String> tried = replies()
                .map(reply -> JsonParser.parse(quoted("{" + reply.get()[0] + "}")))
                .flatMap(reply -> reply.members("a reply").keySet().stream())
                .collect(Collectors.toSet());
        assertThat(tried).containsExactlyInAnyOrderElementsOf(ScenarioReply.members());
    }

    private static BatchStatus described() {
        return new BatchStatus(
                Batches.numbered(1).tracking(),
                BatchState.of("Finished_With_Errors"),
                Optional.of(Instant.parse("2017-07-25T10:00:00Z")),
                Optional.of(Instant.parse("2017-07-25T10:10:00.5Z")),
                List.of(
                        new DeviceStatus(
                                Optional.of("d"),
                                Optional.of("s"),
                                Optional.of(ProductKey.of("p")),
                                DeviceState.Listed.IN_PROGRESS,
                                Optional.empty()),
                        row("finished_with_errors", DeviceError.of("808", "Ztd")),
                        row("odd", new DeviceError(Optional.empty(), Optional.of("Ztd")))),
                List.of());
    }

    private static DeviceStatus row(String state, DeviceError error) {
        return new DeviceStatus(
                Optional.empty(), Optional.empty(), Optional.empty(), DeviceState.of(state), Optional.of(error));
    }

    private static BatchStatus paused() {
        return new BatchStatus(
                Batches.TRACKING, BatchState.of("paused"), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    private static String scenario(String reply) {
        return quoted("{'batches': [{'customer': '%s', 'tracking': '%s', 'replies': [{%s}]}]}"
                .formatted(Batches.CUSTOMER, Batches.TRACKING, reply));
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    /** Tells what a client gets to see of one answer: its beginning, or that there was none. */
    private static String outcome(boolean staysOpen, Consumer<FakePartnerCenter> setUp) throws IOException {
        try (FakePartnerCenter fake = FakePartnerCenter.start(ManualTime.start());
                RawClient client = RawClient.of(fake)) {
            setUp.accept(fake);
            client.send(RawClient.question("GET", Batches.REFERENCE, "HTTP/1.1")
                    .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
            if (staysOpen) {
                client.socket().shutdownOutput();
            }
            return client.read(ENOUGH);
        } catch (SocketException reset) {
            return "reset";
        }
    }
}
