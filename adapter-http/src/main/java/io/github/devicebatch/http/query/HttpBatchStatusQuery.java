package io.github.devicebatch.http.query;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.auth.BearerTokens;
import io.github.devicebatch.http.auth.TokenException;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.context.SendGuard;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.transport.HttpSender;
import io.github.devicebatch.http.transport.SendLimits;
import java.util.Optional;

/**
 * Status query over HTTP in one attempt, the innermost of the decorated queries. After a 401 the request is sent once more if
 * there is another token. Thread-safe.
 */
public final class HttpBatchStatusQuery implements BatchStatusQuery {

    private static final int UNAUTHORIZED = 401;

    private final QueryContext.Factory contexts;
    private final BearerTokens tokens;
    private final StatusRequestFactory requests;
    private final HttpSender sender;
    private final SendGuard guard;
    private final SendLimits limits;
    private final AnswerReader answers;

    /**
     * Creates a query.
     *
     * @param guard checked before each request is sent
     */
    public HttpBatchStatusQuery(
            QueryContext.Factory contexts,
            BearerTokens tokens,
            StatusRequestFactory requests,
            HttpSender sender,
            SendGuard guard,
            AnswerReader answers) {
        this.contexts = contexts;
        this.tokens = tokens;
        this.requests = requests;
        this.sender = sender;
        this.guard = guard;
        this.limits = limits(guard);
        this.answers = answers;
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
        return sender.send(
                requests.create(batch, token, context),
                context.timeLeft(contexts.time().instant()),
                limits);
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
