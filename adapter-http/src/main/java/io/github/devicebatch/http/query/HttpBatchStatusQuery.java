package io.github.devicebatch.http.query;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.auth.BearerTokens;
import io.github.devicebatch.http.auth.TokenException;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.context.SendGuard;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.event.QueryListener;
import io.github.devicebatch.http.transport.HttpSender;
import io.github.devicebatch.http.transport.SendLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Status query over HTTP in one attempt, the innermost of the decorated queries. After a 401 the request is sent once more if
 * there is another token. Thread-safe.
 */
public final class HttpBatchStatusQuery implements BatchStatusQuery {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final QueryContext.Factory contexts;
    private final BearerTokens tokens;
    private final StatusRequestFactory requests;
    private final HttpSender sender;
    private final SendGuard guard;
    private final SendLimits limits;
    private final AnswerReader answers;
    private final QueryListener listener;

    /**
     * Creates a query.
     *
     * @param guard checked before each request is sent
     * @param listener receives the end of each request
     */
    public HttpBatchStatusQuery(
            QueryContext.Factory contexts,
            BearerTokens tokens,
            StatusRequestFactory requests,
            HttpSender sender,
            SendGuard guard,
            AnswerReader answers,
            QueryListener listener) {
        this.contexts = contexts;
        this.tokens = tokens;
        this.requests = requests;
        this.sender = sender;
        this.guard = guard;
        this.limits = limits(guard);
        this.answers = answers;
        this.listener = listener;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the request was sent");
        }
        QueryContext context = QueryContext.current().orElseGet(contexts::create);
        try {
            return ask(batch, context, tokens.current());
        } catch (TokenException none) {
            return AnswerReader.withoutToken(none.failure(), answers.nothingSent(context));
        }
    }

    private BatchStatusAnswer ask(BatchReference batch, QueryContext context, Secret token)
            throws InterruptedException {
        HttpSender.Result result = send(batch, token, context);
        var sent = new AnswerReader.SentQuery(batch, context, token, 1);
        return isUnauthorized(result) ? repeat(sent, result) : answers.read(sent, result);
    }

    /** Sends the request once more with another token, if there is one. */
    private BatchStatusAnswer repeat(AnswerReader.SentQuery sent, HttpSender.Result result)
            throws InterruptedException {
        BatchStatusAnswer unauthorized = answers.read(sent, result);
        try {
            Secret another = tokens.replace(sent.token());
            if (another.equals(sent.token())) {
                return unauthorized;
            }
            Optional<Unavailable> heldBack = guard.beforeRepeated();
            if (heldBack.isPresent()) {
                return heldBack.get().withTrace(unauthorized.trace());
            }
            HttpSender.Result repeated = send(sent.batch(), another, sent.context());
            if (repeated instanceof HttpSender.Result.HeldBack(var tooLate)) {
                return tooLate.withTrace(unauthorized.trace());
            }
            if (isUnauthorized(repeated)) {
                guard.repeatedInVain();
            }
            return answers.read(new AnswerReader.SentQuery(sent.batch(), sent.context(), another, 2), repeated);
        } catch (TokenException none) {
            return AnswerReader.withoutToken(none.failure(), unauthorized.trace());
        }
    }

    private HttpSender.Result send(BatchReference batch, Secret token, QueryContext context)
            throws InterruptedException {
        Instant start = contexts.time().instant();
        HttpSender.Result result = sender.send(requests.create(batch, token, context), context.timeLeft(start), limits);
        if (listener != QueryListener.NONE) {
            report(result, Duration.between(start, contexts.time().instant()));
        }
        return result;
    }

    private void report(HttpSender.Result result, Duration elapsed) {
        switch (result) {
            case HttpSender.Result.Answered(var response) -> answered(response.statusCode(), elapsed);
            case HttpSender.Result.TooLong() -> answered(OK, elapsed);
            case HttpSender.Result.ProxyDeclined(var refusal) -> answered(refusal.status(), elapsed);
            case HttpSender.Result.Failed(var cause, var detail) -> failed(cause, elapsed);
            case HttpSender.Result.ProxyFailed(var cause, var detail) -> failed(cause, elapsed);
            case HttpSender.Result.HeldBack heldBack -> {
                // ignored: there was no request
            }
            case HttpSender.Result.NotSent notSent -> {
                // ignored: there was no request
            }
        }
    }

    private void answered(int status, Duration elapsed) {
        listener.on(requests.ended(OptionalInt.of(status), Optional.empty(), elapsed));
    }

    private void failed(UnavailabilityCause cause, Duration elapsed) {
        listener.on(requests.ended(OptionalInt.empty(), Optional.of(cause), elapsed));
    }

    /** Returns the limits of {@code guard} as the sender checks them. */
    private static SendLimits limits(SendGuard guard) {
        return new SendLimits() {
            @Override
            public boolean isHeldBack() {
                return guard.isHeldBack();
            }

            @Override
            public Optional<Unavailable> awaitRelease() throws InterruptedException {
                return guard.awaitRelease();
            }

            @Override
            public void repeatedInVain() {
                guard.repeatedInVain();
            }
        };
    }

    private static boolean isUnauthorized(HttpSender.Result result) {
        return result instanceof HttpSender.Result.Answered answered
                && answered.response().statusCode() == UNAUTHORIZED;
    }

    @Override
    public String toString() {
        return "HttpBatchStatusQuery";
    }
}
