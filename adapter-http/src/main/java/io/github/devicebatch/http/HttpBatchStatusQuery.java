package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import java.util.Optional;

/** Asks over HTTP, in one attempt. The innermost of the stack, and the only one that knows HTTP. */
final class HttpBatchStatusQuery implements BatchStatusQuery {

    private static final int UNAUTHORIZED = 401;

    private final Questions questions;
    private final Tokens tokens;
    private final StatusRequest request;
    private final HttpExchange exchange;
    private final AnswerReader answers;

    HttpBatchStatusQuery(
            Questions questions, Tokens tokens, StatusRequest request, HttpExchange exchange, AnswerReader answers) {
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
        Question question = Question.current().orElseGet(questions::next);
        try {
            return ask(batch, question, tokens.current());
        } catch (AccessTokenException none) {
            return AnswerReader.withoutToken(none, answers.nothingSent(question));
        }
    }

    private BatchStatusAnswer ask(BatchReference batch, Question question, AccessToken token)
            throws InterruptedException {
        Exchanged exchanged = send(batch, token, question);
        Asked asked = new Asked(batch, question, token, 1);
        if (!wasRefused(exchanged)) {
            return answers.read(asked, exchanged);
        }
        try {
            Optional<AccessToken> another = another(token);
            return another.isEmpty()
                    ? answers.read(asked, exchanged)
                    : answers.read(new Asked(batch, question, another.get(), 2), send(batch, another.get(), question));
        } catch (AccessTokenException none) {
            return AnswerReader.withoutToken(
                    none, answers.read(asked, exchanged).trace());
        }
    }

    private Exchanged send(BatchReference batch, AccessToken token, Question question) throws InterruptedException {
        return exchange.send(
                request.about(batch, token, question),
                question.timeLeft(questions.time().instant()));
    }

    private static boolean wasRefused(Exchanged exchanged) {
        return exchanged instanceof Exchanged.Answered answered
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
