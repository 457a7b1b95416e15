package io.github.devicebatch.http.query;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.auth.BearerTokens;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.transport.HttpSender;
import java.util.Optional;

/** Asks over HTTP, in one attempt. The innermost of the stack, and the only one that knows HTTP. */
public final class HttpBatchStatusQuery implements BatchStatusQuery {

    private static final int UNAUTHORIZED = 401;

    private final QueryContext.Factory questions;
    private final BearerTokens tokens;
    private final StatusRequestFactory request;
    private final HttpSender exchange;
    private final AnswerReader answers;

    public HttpBatchStatusQuery(
            QueryContext.Factory questions,
            BearerTokens tokens,
            StatusRequestFactory request,
            HttpSender exchange,
            AnswerReader answers) {
        this.questions = questions;
        this.tokens = tokens;
        this.request = request;
        this.exchange = exchange;
        this.answers = answers;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the question was sent");
        }
        QueryContext question = QueryContext.current().orElseGet(questions::next);
        try {
            return ask(batch, question, tokens.current());
        } catch (AccessTokenException none) {
            return AnswerReader.withoutToken(none, answers.nothingSent(question));
        }
    }

    private BatchStatusAnswer ask(BatchReference batch, QueryContext question, AccessToken token)
            throws InterruptedException {
        HttpSender.Result exchanged = send(batch, token, question);
        AnswerReader.SentQuery asked = new AnswerReader.SentQuery(batch, question, token, 1);
        if (!wasRefused(exchanged)) {
            return answers.read(asked, exchanged);
        }
        try {
            Optional<AccessToken> another = another(token);
            return another.isEmpty()
                    ? answers.read(asked, exchanged)
                    : answers.read(
                            new AnswerReader.SentQuery(batch, question, another.get(), 2),
                            send(batch, another.get(), question));
        } catch (AccessTokenException none) {
            return AnswerReader.withoutToken(
                    none, answers.read(asked, exchanged).trace());
        }
    }

    private HttpSender.Result send(BatchReference batch, AccessToken token, QueryContext question)
            throws InterruptedException {
        return exchange.send(
                request.about(batch, token, question),
                question.timeLeft(questions.time().instant()));
    }

    private static boolean wasRefused(HttpSender.Result exchanged) {
        return exchanged instanceof HttpSender.Result.Answered answered
                && answered.response().statusCode() == UNAUTHORIZED;
    }

    /** A refused token may just have expired: a new one is worth one more try. */
    private Optional<AccessToken> another(AccessToken refused) throws InterruptedException {
        return Optional.of(tokens.insteadOf(refused)).filter(token -> !token.equals(refused));
    }

    @Override
    public String toString() {
        return "HttpBatchStatusQuery";
    }
}
