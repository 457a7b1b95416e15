package io.github.devicebatch.testkit.server;

import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tracking ids with predefined replies, which every customer of a {@link FakePartnerCenter} has after
 * {@link FakeControl#magicBatches} has turned them on. Each customer has a sequence of replies of its own.
 */
public enum MagicBatch {
    /** Finished, all devices registered. */
    FINISHED("200", "finished, all three devices registered", id -> List.of(finished(id))),
    /** Queued, processing, then finished, on the fake's clock. */
    WHOLE_JOB("202", "queued for 1 minute, processing for 10 minutes, then finished", id -> List.of()) {
        @Override
        ReplySource newSource(InstantSource time) {
            return new BatchTimeline(time)
                    .from(Duration.ZERO, Batches.queued(trackingId()))
                    .from(Duration.ofMinutes(1), Batches.processing(trackingId()))
                    .from(Duration.ofMinutes(11), Batches.finished(trackingId()))
                    .source();
        }
    },
    /** Queued in every reply. */
    QUEUED_FOR_EVER("102", "queued for ever", id -> List.of(Reply.describing(Batches.queued(id)))),
    /** Finished, one of three devices failed. */
    SOME_FAILED(
            "207",
            "finished, one of three devices failed (808)",
            id -> List.of(Reply.describing(Batches.finishedWithOneFailure(id)))),
    /** Finished, the only device failed, as in the vendor's documented example. */
    ALL_FAILED(
            "808",
            "finished, the only device failed (808), as documented",
            id -> List.of(Reply.describing(Batches.allFailed(id)))),
    /** Finished, without devices. */
    UNCONFIRMED("204", "finished, without devices", id -> List.of(Reply.describing(Batches.withoutDevices(id)))),
    /** In a state that the vendor does not document. */
    UNLISTED_STATE("0ddba11", "in an undocumented state: paused", id -> List.of(paused(id))),
    /** 429 once, then finished. */
    THROTTLED_ONCE("429", "429 with Retry-After: 5 once, then finished", id -> List.of(throttled(), finished(id))),
    /** 429 in every reply. */
    THROTTLED("429429", "429 with Retry-After: 5, always", id -> List.of(throttled())),
    /** 404 twice, then finished. */
    NOT_FOUND_YET(
            "404200",
            "404 twice, then finished: the status appears late",
            id -> List.of(unknown(), unknown(), finished(id))),
    /** 401 once, then finished. */
    UNAUTHORIZED_ONCE(
            "401200", "401 once, then finished: the token had expired", id -> List.of(tokenRejected(), finished(id))),
    /** 503 twice, then finished. */
    UNAVAILABLE_AT_FIRST(
            "503200", "503 twice, then finished", id -> List.of(unavailable(), unavailable(), finished(id))),
    /** 400 with fault 800002. */
    BAD_REQUEST("400", "400, fault 800002", id -> List.of(ServiceFaults.invalidInput("The request is invalid."))),
    /** 401 with fault 800001. */
    UNAUTHORIZED("401", "401, fault 800001: the token is rejected", id -> List.of(tokenRejected())),
    /** 401 with fault 900421: the token was issued without MFA. */
    WITHOUT_SECOND_FACTOR(
            "900421",
            "401, fault 900421: the token was issued without MFA",
            id -> List.of(Reply.fault(401, "900421", "Multi-factor authentication is required."))),
    /** 403 with fault 20002. */
    FORBIDDEN(
            "403",
            "403, fault 20002: no relationship with the customer",
            id -> List.of(Reply.fault(403, "20002", "The partner has no relationship with the customer."))),
    /** 404 in every reply. */
    NOT_FOUND("404", "404, fault 1000, always", id -> List.of(unknown())),
    /** 408 in the format of the vendor's other hosts. */
    REQUEST_TIMEOUT(
            "408",
            "408, a fault in the format of the vendor's other hosts",
            id -> List.of(Reply.neighbourFault(408, "RequestTimeout", "The request took too long."))),
    /** 500 with a fault whose code is a number. */
    INTERNAL_ERROR(
            "500",
            "500, fault 800003 with a number as code",
            id -> List.of(Reply.numberedFault(500, 800_003, "Unexpected service error."))),
    /** 502 with an HTML page. */
    BAD_GATEWAY(
            "502",
            "502 with an HTML page",
            id -> List.of(Reply.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>"))),
    /** 503 in the format of the gateway. */
    UNAVAILABLE("503", "503 with the gateway's fault, always", id -> List.of(unavailable())),
    /** 504 without body. */
    GATEWAY_TIMEOUT("504", "504 without body", id -> List.of(Reply.empty(504))),
    /** 302 to another host. */
    REDIRECT(
            "302",
            "302 to https://example.invalid/, which must not receive a token",
            id -> List.of(Reply.empty(302).withHeader("Location", "https://example.invalid/"))),
    /** Truncated JSON. */
    UNREADABLE("bad", "200 with truncated JSON", id -> List.of(Reply.json(200, "{\"batchTrackingId\":\"00"))),
    /** An HTML page in place of JSON. */
    LOGIN_PAGE(
            "badface",
            "200 with the login page of a network in place of JSON",
            id -> List.of(Reply.html(200, "<html><body>Please sign in to the network.</body></html>"))),
    /** The status of another batch. */
    ANOTHER_BATCH(
            "fa15e",
            "200 with the status of another batch",
            id -> List.of(finished(Batches.anotherBatch().tracking()))),
    /** A connection that is closed in the body. */
    TRUNCATED(
            "fade",
            "closes the connection in the body",
            id -> List.of(finished(id).truncatedAfter(40))),
    /** A connection that is reset. */
    RESET("dead", "resets the connection without a response", id -> List.of(Reply.reset())),
    /** No response. */
    SILENT("deaf", "never responds", id -> List.of(Reply.silence())),
    /** Finished, 200 bytes a second. */
    SLOW("cafe", "finished, at 200 bytes a second", id -> List.of(finished(id).dripping(200, Duration.ofSeconds(1)))),
    /** Finished, the body at one byte a second. */
    DRIP(
            "feed",
            "finished, the body at one byte a second",
            id -> List.of(finished(id).drippingBody(1, Duration.ofSeconds(1))));

    private final BatchTrackingId id;
    private final String description;
    private final Function<BatchTrackingId, List<Reply>> replies;

    MagicBatch(String digits, String description, Function<BatchTrackingId, List<Reply>> replies) {
        this.id = BatchTrackingId.parse("00000000-0000-0000-0000-" + "0".repeat(12 - digits.length()) + digits);
        this.description = description;
        this.replies = replies;
    }

    /** Returns the tracking id, which is the same for every customer. */
    public BatchTrackingId trackingId() {
        return id;
    }

    /** Returns a short description of the replies. */
    public String description() {
        return description;
    }

    static Optional<MagicBatch> find(BatchTrackingId tracking) {
        return Arrays.stream(values())
                .filter(batch -> batch.id.equals(tracking))
                .findFirst();
    }

    /** Returns a source that starts with the first reply. */
    ReplySource newSource(InstantSource time) {
        BatchScript script = new BatchScript();
        replies.apply(id).forEach(script::then);
        return script.source();
    }

    private static HttpReply finished(BatchTrackingId id) {
        return Reply.describing(Batches.finished(id));
    }

    private static HttpReply paused(BatchTrackingId id) {
        return Reply.describing(
                new BatchStatus(id, BatchState.of("paused"), Optional.empty(), Optional.empty(), List.of(), List.of()));
    }

    private static HttpReply throttled() {
        return Reply.throttled(Duration.ofSeconds(5));
    }

    private static HttpReply unknown() {
        return ServiceFaults.notFound("The batch tracking id");
    }

    private static HttpReply tokenRejected() {
        return Reply.fault(401, "800001", "The token was rejected.");
    }

    private static HttpReply unavailable() {
        return Reply.gatewayFault(503, "The service is unavailable.");
    }
}
