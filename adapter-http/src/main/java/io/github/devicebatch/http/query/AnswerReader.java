package io.github.devicebatch.http.query;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenUnavailableException;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.json.BodyDecoder;
import io.github.devicebatch.http.json.UnreadableBodyException;
import io.github.devicebatch.http.transport.HttpSender;
import io.github.devicebatch.http.transport.HttpStatusCategory;
import io.github.devicebatch.http.transport.RetryAfter;
import io.github.devicebatch.http.transport.ServerTextSanitizer;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns what became of an exchange into the answer to the question. */
public record AnswerReader(BodyDecoder decoder, InstantSource time) {

    BatchStatusAnswer read(SentQuery asked, HttpSender.Result exchanged) {
        return switch (exchanged) {
            case HttpSender.Result.Answered(var response) -> read(asked, response);
            case HttpSender.Result.TooLong() ->
                new Unreadable(
                        "the body is longer than any answer can be", trace(asked, OptionalInt.of(200), ServerIds.NONE));
            case HttpSender.Result.Failed(var cause, var detail) ->
                new Unavailable(cause, detail, Optional.empty(), trace(asked, OptionalInt.empty(), ServerIds.NONE));
        };
    }

    /** Says that there was no token to ask with, or none to ask again with; {@code trace} tells what was sent before. */
    static BatchStatusAnswer withoutToken(AccessTokenException none, Trace trace) {
        return switch (none) {
            case AccessTokenRefusedException refused ->
                new Refused(RefusalReason.UNAUTHENTICATED, refused.fault(), trace);
            case AccessTokenUnavailableException unavailable ->
                new Unavailable(unavailable.cause(), unavailable.detail(), unavailable.retryAfter(), trace);
        };
    }

    Trace nothingSent(QueryContext question) {
        return new Trace(
                0,
                question.elapsed(time.instant()),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                ServerIds.NONE);
    }

    private BatchStatusAnswer read(SentQuery asked, HttpResponse<byte[]> response) {
        var text = new ServerTextSanitizer(asked.token()::redactedFrom);
        int status = response.statusCode();
        Trace trace = trace(asked, OptionalInt.of(status), text.ids(response.headers()));
        return switch (HttpStatusCategory.of(status)) {
            case ANSWER -> answer(asked, response, trace);
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

    private BatchStatusAnswer answer(SentQuery asked, HttpResponse<byte[]> response, Trace trace) {
        if (asked.token().isRepeatedIn(response.body())) {
            return new Unreadable("it repeats the access token", trace);
        }
        try {
            ContentTypeCheck.demandPlainJson(response.headers());
            BatchStatus status = decoder.status(response.body());
            return status.trackingId().equals(asked.batch().tracking())
                    ? new Found(status, trace)
                    : new Unreadable("it is about another batch than the one asked about", trace);
        } catch (UnreadableBodyException unreadable) {
            return new Unreadable("the body can't be trusted: " + unreadable.getMessage(), trace);
        }
    }

    private Unavailable unavailable(
            UnavailabilityCause cause, ServerTextSanitizer text, HttpResponse<byte[]> response, Trace trace) {
        Fault fault = fault(text, response);
        String detail = "HTTP " + response.statusCode() + (fault.equals(Fault.UNEXPLAINED) ? "" : ", " + fault);
        return new Unavailable(cause, detail, new RetryAfter(response.headers(), time.instant()).read(), trace);
    }

    private Fault fault(ServerTextSanitizer text, HttpResponse<byte[]> response) {
        return text.clean(decoder.fault(response.body()));
    }

    private Trace trace(SentQuery asked, OptionalInt status, ServerIds serverIds) {
        QueryContext question = asked.question();
        return new Trace(
                asked.sent(),
                question.elapsed(time.instant()),
                status,
                Optional.of(question.requestId()),
                Optional.of(question.correlationId()),
                serverIds);
    }

    /**
     * A question that was sent: what its answer has to be held against.
     *
     * @param batch the batch that was asked about
     * @param question the question, with the ids that were sent
     * @param token the token that was sent last
     * @param sent how many times it was sent, a refused token included
     */
    record SentQuery(BatchReference batch, QueryContext question, AccessToken token, int sent) {}
}
