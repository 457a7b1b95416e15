package io.github.devicebatch.http.query;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.auth.BearerTokens;
import io.github.devicebatch.http.auth.TokenException;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.transport.ConnectionPool;
import io.github.devicebatch.http.transport.HttpSender;
import java.time.Duration;
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
    private final AnswerReader answers;

    /**
     * Creates a query.
     *
     * @param pool the connections, which the caller closes
     * @param attemptTimeout the longest time of one exchange
     */
    public HttpBatchStatusQuery(
            QueryContext.Factory contexts,
            BearerTokens tokens,
            StatusRequestFactory requests,
            ConnectionPool pool,
            Duration attemptTimeout) {
        this.contexts = contexts;
        this.tokens = tokens;
        this.requests = requests;
        this.sender = new HttpSender(pool, attemptTimeout, AnswerReader.MAX_BODY_BYTES);
        this.answers = new AnswerReader(contexts.time());
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
        if (!isUnauthorized(result)) {
            return answers.read(sent, result);
        }
        try {
            Optional<Secret> another = Optional.of(tokens.replace(token)).filter(other -> !other.equals(token));
            return another.isEmpty()
                    ? answers.read(sent, result)
                    : answers.read(
                            new AnswerReader.SentQuery(batch, context, another.get(), 2),
                            send(batch, another.get(), context));
        } catch (TokenException none) {
            return AnswerReader.withoutToken(
                    none.failure(), answers.read(sent, result).trace());
        }
    }

    private HttpSender.Result send(BatchReference batch, Secret token, QueryContext context)
            throws InterruptedException {
        return sender.send(
                requests.create(batch, token, context),
                context.timeLeft(contexts.time().instant()));
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
