package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Asks over HTTP, in one attempt. The innermost of the stack, and the only one that knows HTTP. */
final class HttpBatchStatusQuery implements BatchStatusQuery {

    private final AccessTokenSource tokens;
    private final Supplier<UUID> correlationIds;
    private final StatusRequest question;
    private final HttpExchange exchange;
    private final AnswerReader answers;
    private final InstantSource time;

    HttpBatchStatusQuery(
            AccessTokenSource tokens,
            Supplier<UUID> correlationIds,
            StatusRequest question,
            HttpExchange exchange,
            AnswerReader answers,
            InstantSource time) {
        this.tokens = tokens;
        this.correlationIds = correlationIds;
        this.question = question;
        this.exchange = exchange;
        this.answers = answers;
        this.time = time;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the question was sent");
        }
        Instant asked = time.instant();
        AccessToken token = requireNonNull(tokens.token(), "the access token source gave null");
        var ids = new RequestIds(UUID.randomUUID(), correlationIds.get());
        HttpRequest request = question.about(batch, token, ids);
        return answers.read(new Asked(batch, token, ids, asked), exchange.send(request));
    }

    @Override
    public String toString() {
        return "HttpBatchStatusQuery";
    }
}
