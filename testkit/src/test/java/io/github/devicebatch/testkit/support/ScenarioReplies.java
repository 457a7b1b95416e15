package io.github.devicebatch.testkit.support;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Pairs of a scenario's reply, with single quotation marks, and the same reply in Java; they cover every member. */
public final class ScenarioReplies {

    private static final HttpReply FINISHED = Reply.describing(Batches.finished());
    private static final HttpReply EMPTY = Reply.empty(503);
    private static final String DESCRIPTION = """
            {'batchTrackingId': 'BA7C0000-0000-4000-8000-000000000001', 'status': 'Finished_With_Errors',
             'startedTime': '2017-07-25T10:00:00', 'completedTime': '2017-07-25T03:10:00.5-07:00',
             'devicesStatus': [
               {'deviceId': 'd', 'serialNumber': 's', 'productKey': 'p', 'status': 'in-progress'},
               {'status': 'finished_with_errors', 'errorCode': '808', 'errorDescription': 'Ztd'},
               {'status': 'odd', 'errorDescription': 'Ztd'}]}""";

    private ScenarioReplies() {}

    public static Stream<Arguments> all() {
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
                Arguments.of("'example': 'withoutDevices'", Reply.describing(Batches.withoutDevices(Batches.TRACKING))),
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
}
