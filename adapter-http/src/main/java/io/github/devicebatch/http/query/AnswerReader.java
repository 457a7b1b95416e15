package io.github.devicebatch.http.query;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.http.auth.TokenException;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.json.BodyDecoder;
import io.github.devicebatch.http.json.UnreadableBodyException;
import io.github.devicebatch.http.transport.HttpSender;
import io.github.devicebatch.http.transport.HttpStatusCategory;
import io.github.devicebatch.http.transport.ProxyRefusal;
import io.github.devicebatch.http.transport.ResponseMemory;
import io.github.devicebatch.http.transport.RetryAfter;
import io.github.devicebatch.http.transport.ServerTextSanitizer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/** Reader that turns the result of an HTTP exchange into an answer. Thread-safe. */
public final class AnswerReader {

    /** Limit on the body of a response with status 200. */
    public static final int MAX_BODY_BYTES = 16 << 20;

    private final BodyDecoder decoder = new BodyDecoder();
    private final InstantSource time;
    private final InstantSource wallClock;

    /**
     * Creates a reader.
     *
     * @param time the clock of the query
     * @param wallClock the clock to which dates of a response are compared
     */
    public AnswerReader(InstantSource time, InstantSource wallClock) {
        this.time = time;
        this.wallClock = wallClock;
    }

    /** Returns the answer to {@code sent}. */
    BatchStatusAnswer read(SentQuery sent, HttpSender.Result result) {
        return switch (result) {
            case HttpSender.Result.Answered(var response) -> read(sent, response);
            case HttpSender.Result.TooLong(var party, var detail) ->
                new Unreadable(detail, party, trace(sent, OptionalInt.of(200), ServerIds.NONE));
            case HttpSender.Result.NoMemory(var detail) ->
                new Unavailable(
                        UnavailabilityCause.DEADLINE,
                        Party.CLIENT,
                        detail,
                        Optional.empty(),
                        trace(sent, OptionalInt.of(200), ServerIds.NONE));
            case HttpSender.Result.Failed(var cause, var detail) ->
                new Unavailable(cause, detail, Optional.empty(), trace(sent, OptionalInt.empty(), ServerIds.NONE));
            case HttpSender.Result.ProxyFailed(var cause, var detail) ->
                new Unavailable(
                        cause, Party.PROXY, detail, Optional.empty(), trace(sent, OptionalInt.empty(), ServerIds.NONE));
            case HttpSender.Result.ProxyDeclined(var refusal) -> declined(sent, refusal);
            case HttpSender.Result.HeldBack(var tooLate) -> tooLate.withTrace(nothingSent(sent.context()));
            case HttpSender.Result.NotSent(var cause, var detail) ->
                new Unavailable(cause, Party.CLIENT, detail, Optional.empty(), nothingSent(sent.context()));
        };
    }

    /** Quotes nothing of a proxy's page but the status. */
    private BatchStatusAnswer declined(SentQuery sent, ProxyRefusal refusal) {
        Trace trace = trace(sent, OptionalInt.of(refusal.status()), ServerIds.NONE);
        return refusal.transientCause()
                .<BatchStatusAnswer>map(cause -> new Unavailable(
                        cause,
                        Party.PROXY,
                        refusal.detail(),
                        new RetryAfter(refusal.headers(), wallClock.instant()).read(),
                        trace))
                .orElseGet(() -> new Refused(refusal.reason(), Party.PROXY, refusal.fault(), trace));
    }

    /** Returns the answer if there is no token. {@code trace} covers what was sent before. */
    static BatchStatusAnswer withoutToken(TokenException.Failure failure, Trace trace) {
        return switch (failure) {
            case TokenException.Failure.Refused(var party, var fault) ->
                new Refused(RefusalReason.UNAUTHENTICATED, party, fault, trace);
            case TokenException.Failure.Unavailable(var cause, var party, var detail, var retryAfter) ->
                new Unavailable(cause, party, detail, retryAfter, trace);
        };
    }

    /** Returns the trace of a query that was not sent. */
    Trace nothingSent(QueryContext context) {
        return new Trace(
                0,
                context.elapsed(time.instant()),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                ServerIds.NONE);
    }

    private BatchStatusAnswer read(SentQuery sent, HttpSender.Response response) {
        var text = new ServerTextSanitizer(sent.token()::redactedFrom);
        int status = response.statusCode();
        Trace trace = trace(sent, OptionalInt.of(status), text.ids(response.headers()));
        return switch (HttpStatusCategory.of(status)) {
            case ANSWER -> answer(sent, response, trace);
            case NOT_FOUND -> new NotFound(fault(text, response), trace);
            case UNAUTHENTICATED -> new Refused(RefusalReason.UNAUTHENTICATED, fault(text, response), trace);
            case FORBIDDEN -> new Refused(RefusalReason.FORBIDDEN, fault(text, response), trace);
            case REJECTED -> new Refused(RefusalReason.REJECTED, fault(text, response), trace);
            case THROTTLED -> unavailable(UnavailabilityCause.THROTTLED, text, response, trace);
            case FAILING -> unavailable(UnavailabilityCause.FAILING, text, response, trace);
            case REDIRECT -> new Unreadable("a redirect (HTTP " + status + "), which is never followed", trace);
            case UNEXPECTED -> new Unreadable("HTTP " + status + ", which this call never answers", trace);
        };
    }

    private BatchStatusAnswer answer(SentQuery sent, HttpSender.Response response, Trace trace) {
        if (sent.token().isRepeatedIn(response.body())) {
            return new Unreadable("it repeats the access token", trace);
        }
        try {
            ContentTypeCheck.requirePlainJson(response.headers());
            Optional<String> tooLarge = sent.memory().reduceTo(response.body());
            if (tooLarge.isPresent()) {
                return new Unreadable(tooLarge.get(), Party.CLIENT, trace);
            }
            BatchStatus status = decoder.status(response.body());
            return status.trackingId().equals(sent.batch().tracking())
                    ? new Found(status, trace)
                    : new Unreadable("it is about another batch than the one requested", trace);
        } catch (UnreadableBodyException unreadable) {
            return new Unreadable("the body can't be trusted: " + unreadable.getMessage(), trace);
        }
    }

    private Unavailable unavailable(
            UnavailabilityCause cause, ServerTextSanitizer text, HttpSender.Response response, Trace trace) {
        Fault fault = fault(text, response);
        String detail = "HTTP " + response.statusCode() + (fault.equals(Fault.UNEXPLAINED) ? "" : ", " + fault);
        return new Unavailable(cause, detail, new RetryAfter(response.headers(), wallClock.instant()).read(), trace);
    }

    private Fault fault(ServerTextSanitizer text, HttpSender.Response response) {
        return text.clean(decoder.fault(response.body()));
    }

    private Trace trace(SentQuery sent, OptionalInt status, ServerIds serverIds) {
        QueryContext context = sent.context();
        return new Trace(
                sent.count(),
                context.elapsed(time.instant()),
                status,
                Optional.of(context.requestId()),
                Optional.of(context.correlationId()),
                serverIds);
    }

    /**
     * A query as it was sent.
     *
     * @param token the token that was sent last
     * @param count how many times it was sent, those with a rejected token included
     * @param memory the memory of the response
     */
    record SentQuery(BatchReference batch, QueryContext context, Secret token, int count, ResponseMemory.Claim memory) {

        /** Returns the query as it is sent once more with another token. */
        SentQuery again(Secret another) {
            return new SentQuery(batch, context, another, count + 1, memory);
        }
    }
}
