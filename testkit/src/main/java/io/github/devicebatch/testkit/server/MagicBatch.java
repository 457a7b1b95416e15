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
 * Batches that {@link FakePartnerCenter} has for every customer once {@link FakeControl#magicBatches} turns them on, so
 * that a client in any language meets the common faults without setting anything up. How far one is with its replies is
 * kept for each customer by itself.
 */
public enum MagicBatch {
    /** Finished at once, all devices registered. */
    FINISHED("200", "finished, and its three devices are registered", id -> List.of(MagicReplies.finished(id))),
    /** A whole job, by the clock. */
    WHOLE_JOB("202", "a job of 11 minutes: queued one, processing ten, then finished", id -> List.of()) {
        @Override
        ReplySource course(InstantSource time) {
            return new BatchTimeline(time)
                    .from(Duration.ZERO, Batches.queued(trackingId()))
                    .from(Duration.ofMinutes(1), Batches.processing(trackingId()))
                    .from(Duration.ofMinutes(11), Batches.finished(trackingId()));
        }
    },
    /** Never final. */
    QUEUED_FOR_EVER("102", "queued for ever", id -> List.of(MagicReplies.queued(id))),
    /** Final, one device of three failed. */
    SOME_FAILED(
            "207", "finished, but one of its three devices failed (808)", id -> List.of(MagicReplies.someFailed(id))),
    /** The documented example. */
    ALL_FAILED(
            "808",
            "finished, but its only device failed (808), as documented",
            id -> List.of(MagicReplies.allFailed(id))),
    /** Final, and nobody knows of what. */
    UNCONFIRMED("204", "finished, without a single device", id -> List.of(MagicReplies.withoutRows(id))),
    /** In a state that nobody has documented. */
    UNLISTED_STATE("0ddba11", "in a state that nobody has documented: paused", id -> List.of(MagicReplies.odd(id))),
    /** Throttled once. */
    THROTTLED_ONCE(
            "429",
            "429 with Retry-After: 5 once, then finished",
            id -> List.of(MagicReplies.throttled(), MagicReplies.finished(id))),
    /** Throttled always. */
    THROTTLED("429429", "429 with Retry-After: 5, always", id -> List.of(MagicReplies.throttled())),
    /** Not yet known at first. */
    NOT_FOUND_YET(
            "404200",
            "404 twice, then finished: the service lags behind",
            id -> List.of(MagicReplies.unknown(), MagicReplies.unknown(), MagicReplies.finished(id))),
    /** The token is refused once. */
    UNAUTHORIZED_ONCE(
            "401200",
            "401 once, then finished: the token had expired",
            id -> List.of(MagicReplies.tokenRefused(), MagicReplies.finished(id))),
    /** Overloaded at first. */
    UNAVAILABLE_AT_FIRST(
            "503200",
            "503 twice, then finished",
            id -> List.of(MagicReplies.overloaded(), MagicReplies.overloaded(), MagicReplies.finished(id))),
    /** Rejected. */
    BAD_REQUEST("400", "400, fault 800002", id -> List.of(ServiceFaults.invalidInput("The request is invalid."))),
    /** Not authenticated. */
    UNAUTHORIZED("401", "401, fault 800001: the token is refused", id -> List.of(MagicReplies.tokenRefused())),
    /** Not authenticated strongly enough. */
    WITHOUT_SECOND_FACTOR(
            "900421",
            "401, fault 900421: no multi-factor sign-in",
            id -> List.of(Reply.fault(401, "900421", "Multi-factor authentication is required."))),
    /** Not allowed. */
    FORBIDDEN(
            "403",
            "403, fault 20002: no relation with that customer",
            id -> List.of(Reply.fault(403, "20002", "The partner has no relation with the customer."))),
    /** Unknown. */
    NOT_FOUND("404", "404, fault 1000, always", id -> List.of(MagicReplies.unknown())),
    /** A timeout on the far side, in the shape of the neighbours. */
    REQUEST_TIMEOUT(
            "408",
            "408, with a fault in the shape of the neighbouring hosts",
            id -> List.of(Reply.neighbourFault(408, "RequestTimeout", "The request took too long."))),
    /** A fault of the service. */
    INTERNAL_ERROR(
            "500",
            "500, fault 800003, its code as a number",
            id -> List.of(Reply.numberedFault(500, 800_003, "Unexpected service error."))),
    /** A page of a proxy. */
    BAD_GATEWAY(
            "502",
            "502, with a page of HTML",
            id -> List.of(Reply.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>"))),
    /** Overloaded, in the shape of the gateway. */
    UNAVAILABLE("503", "503, always, with the gateway's fault", id -> List.of(MagicReplies.overloaded())),
    /** Nothing but a status. */
    GATEWAY_TIMEOUT("504", "504, without a body", id -> List.of(Reply.empty(504))),
    /** Sent elsewhere. */
    REDIRECT(
            "302",
            "302 to https://example.invalid/, where no token should go",
            id -> List.of(Reply.empty(302).withHeader("Location", "https://example.invalid/"))),
    /** No JSON. */
    UNREADABLE(
            "bad", "200, but the JSON ends in the middle", id -> List.of(Reply.json(200, "{\"batchTrackingId\":\"00"))),
    /** No JSON either. */
    LOGIN_PAGE(
            "badface",
            "200, with the login page of some network in place of JSON",
            id -> List.of(Reply.html(200, "<html><body>Please sign in to the network.</body></html>"))),
    /** Somebody else's answer. */
    ANOTHER_BATCH(
            "fa15e",
            "200, but about another batch",
            id -> List.of(MagicReplies.finished(Batches.anotherBatch().tracking()))),
    /** Cut short. */
    TRUNCATED(
            "fade",
            "breaks off inside the body",
            id -> List.of(MagicReplies.finished(id).truncatedAfter(40))),
    /** Reset. */
    RESET("dead", "resets the connection in place of an answer", id -> List.of(Reply.reset())),
    /** Silent. */
    SILENT("deaf", "never answers", id -> List.of(Reply.silence())),
    /** Slow, but in time for the patient. */
    SLOW(
            "cafe",
            "finished, but slowly: 200 bytes a second",
            id -> List.of(MagicReplies.finished(id).dripping(200, Duration.ofSeconds(1)))),
    /** Too slow for anybody. */
    DRIP(
            "feed",
            "finished, but the body comes drop by drop: one byte a second",
            id -> List.of(MagicReplies.finished(id).drippingBody(1, Duration.ofSeconds(1))));

    private final BatchTrackingId id;
    private final String description;
    private final Function<BatchTrackingId, List<Reply>> replies;

    MagicBatch(String digits, String description, Function<BatchTrackingId, List<Reply>> replies) {
        this.id = BatchTrackingId.parse("00000000-0000-0000-0000-" + "0".repeat(12 - digits.length()) + digits);
        this.description = description;
        this.replies = replies;
    }

    /**
     * Gives the id to ask about, which is the same for every customer.
     *
     * @return the id, memorable for its last digits
     */
    public BatchTrackingId trackingId() {
        return id;
    }

    /**
     * Says what the fake does when it is asked.
     *
     * @return a few words
     */
    public String description() {
        return description;
    }

    static Optional<MagicBatch> of(BatchTrackingId tracking) {
        return Arrays.stream(values())
                .filter(batch -> batch.id.equals(tracking))
                .findFirst();
    }

    /** Begins anew. */
    ReplySource course(InstantSource time) {
        BatchScript script = new BatchScript(id);
        replies.apply(id).forEach(script::then);
        return script;
    }

    /** The replies that {@link MagicBatch} is made of. */
    public static final class MagicReplies {

        private MagicReplies() {}

        public static HttpReply queued(BatchTrackingId id) {
            return Reply.describing(Batches.queued(id));
        }

        public static HttpReply processing(BatchTrackingId id) {
            return Reply.describing(Batches.processing(id));
        }

        public static HttpReply finished(BatchTrackingId id) {
            return Reply.describing(Batches.finished(id));
        }

        public static HttpReply someFailed(BatchTrackingId id) {
            return Reply.describing(Batches.finishedWithOneFailure(id));
        }

        public static HttpReply allFailed(BatchTrackingId id) {
            BatchStatus example = Batches.documentedExample();
            return Reply.describing(new BatchStatus(
                    id, example.state(), example.startedTime(), example.completedTime(), example.devices(), List.of()));
        }

        public static HttpReply withoutRows(BatchTrackingId id) {
            BatchStatus finished = Batches.finished(id);
            return Reply.describing(new BatchStatus(
                    id, finished.state(), finished.startedTime(), finished.completedTime(), List.of(), List.of()));
        }

        static HttpReply odd(BatchTrackingId id) {
            return Reply.describing(new BatchStatus(
                    id, BatchState.of("paused"), Optional.empty(), Optional.empty(), List.of(), List.of()));
        }

        static HttpReply throttled() {
            return Reply.throttled(Duration.ofSeconds(5));
        }

        static HttpReply unknown() {
            return ServiceFaults.notFound("The batch tracking id");
        }

        static HttpReply tokenRefused() {
            return Reply.fault(401, "800001", "The token was refused.");
        }

        static HttpReply overloaded() {
            return Reply.gatewayFault(503, "The service is unavailable.");
        }
    }
}
