package io.github.devicebatch.http.query;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.handover.AnswerHandover;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.auth.BearerTokens;
import io.github.devicebatch.http.auth.TokenException;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.context.SendGuard;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.event.QueryListener;
import io.github.devicebatch.http.transport.HttpSender;
import io.github.devicebatch.http.transport.MemoryBoundSender;
import io.github.devicebatch.http.transport.ResponseMemory;
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
    private static final int SERVER_ERROR = 500;

    /** Not a refusal: the new token was not tried. */
    private static final Unavailable OUT_OF_BUDGET = new Unavailable(
            UnavailabilityCause.FAILING,
            Party.PARTNER_CENTER,
            "HTTP 401; a new access token was not tried, because the budget for retries is used up",
            Optional.empty(),
            Trace.NOTHING_SENT);

    private final QueryContext.Factory contexts;
    private final BearerTokens tokens;
    private final StatusRequestFactory requests;
    private final MemoryBoundSender sender;
    private final SendGuard guard;
    private final SendLimits limits;
    private final SendLimits repeatedLimits;
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
            MemoryBoundSender sender,
            SendGuard guard,
            AnswerReader answers,
            QueryListener listener) {
        this.contexts = contexts;
        this.tokens = tokens;
        this.requests = requests;
        this.sender = sender;
        this.guard = guard;
        this.limits = new GuardedLimits(guard, false);
        this.repeatedLimits = new GuardedLimits(guard, true);
        this.answers = answers;
        this.listener = listener;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the request was sent");
        }
        ResponseMemory.Claim memory = sender.claim();
        boolean isKept = false;
        try {
            BatchStatusAnswer answer = ask(batch, memory);
            isKept = answer instanceof Found && memory.isReserved() && AnswerHandover.keep(memory::close);
            return answer;
        } finally {
            if (!isKept) {
                memory.close();
            }
        }
    }

    private BatchStatusAnswer ask(BatchReference batch, ResponseMemory.Claim memory) throws InterruptedException {
        QueryContext context = QueryContext.current().orElseGet(contexts::create);
        try {
            return send(new AnswerReader.SentQuery(batch, context, tokens.current(), 1, memory));
        } catch (TokenException none) {
            return AnswerReader.withoutToken(none.failure(), answers.nothingSent(context));
        }
    }

    private BatchStatusAnswer send(AnswerReader.SentQuery query) throws InterruptedException {
        HttpSender.Result result = exchange(query, limits);
        return isUnauthorized(result) ? repeat(query, result) : answers.read(query, result);
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
            return guard.reserveRetry(timeLeft(sent.context()))
                    ? repeat(sent, another, unauthorized.trace())
                    : OUT_OF_BUDGET.withTrace(unauthorized.trace());
        } catch (TokenException none) {
            return AnswerReader.withoutToken(none.failure(), unauthorized.trace());
        }
    }

    /** Sends the request with {@code another} token, with a reserved retry. */
    private BatchStatusAnswer repeat(AnswerReader.SentQuery sent, Secret another, Trace unauthorized)
            throws InterruptedException {
        boolean failed = true;
        try {
            Optional<Unavailable> tooLate = guard.awaitPermit();
            if (tooLate.isPresent()) {
                failed = false;
                return tooLate.get().withTrace(unauthorized);
            }
            AnswerReader.SentQuery again = sent.again(another);
            HttpSender.Result repeated = exchange(again, repeatedLimits);
            if (repeated instanceof HttpSender.Result.HeldBack(var heldBack)) {
                failed = false;
                return heldBack.withTrace(unauthorized);
            }
            failed = hasFailed(repeated);
            return answers.read(again, repeated);
        } finally {
            guard.settleRetry(failed);
        }
    }

    private static boolean hasFailed(HttpSender.Result repeated) {
        return switch (repeated) {
            case HttpSender.Result.Answered(var response) -> isRejected(response);
            case HttpSender.Result.TooLong(var party, var detail) -> party != Party.CLIENT;
            case HttpSender.Result.NoMemory lackOfMemory -> false;
            case HttpSender.Result.Failed failed -> true;
            case HttpSender.Result.ProxyFailed failed -> true;
            case HttpSender.Result.ProxyDeclined declined -> true;
            case HttpSender.Result.HeldBack heldBack -> true;
            case HttpSender.Result.NotSent notSent -> true;
        };
    }

    private static boolean isRejected(HttpSender.Response response) {
        return response.statusCode() == UNAUTHORIZED || response.statusCode() >= SERVER_ERROR;
    }

    private Duration timeLeft(QueryContext context) {
        return context.timeLeft(contexts.time().instant());
    }

    private HttpSender.Result exchange(AnswerReader.SentQuery query, SendLimits limits) throws InterruptedException {
        QueryContext context = query.context();
        Instant start = contexts.time().instant();
        HttpSender.Result result = sender.send(
                requests.create(query.batch(), query.token(), context),
                context.timeLeft(start),
                limits,
                query.memory());
        if (listener != QueryListener.NONE) {
            report(result, Duration.between(start, contexts.time().instant()));
        }
        return result;
    }

    private void report(HttpSender.Result result, Duration elapsed) {
        switch (result) {
            case HttpSender.Result.Answered(var response) -> answered(response.statusCode(), elapsed);
            case HttpSender.Result.TooLong tooLong -> answered(OK, elapsed);
            case HttpSender.Result.NoMemory noMemory -> answered(OK, elapsed);
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

    /**
     * Limits of a guard, as the sender checks them.
     *
     * @param reserved whether the request has a reserved retry already. Then the sender does not wait for another one: requests
     *     that wait for each other's reservations would never end
     */
    private record GuardedLimits(SendGuard guard, boolean reserved) implements SendLimits {

        @Override
        public boolean isHeldBack() {
            return guard.isHeldBack();
        }

        @Override
        public Optional<Unavailable> awaitRelease() throws InterruptedException {
            return guard.awaitRelease();
        }

        @Override
        public boolean reserveRetry(Duration left) throws InterruptedException {
            return guard.reserveRetry(reserved ? Duration.ZERO : left);
        }

        @Override
        public void settleRetry(boolean failed) {
            guard.settleRetry(failed);
        }

        @Override
        public Optional<Unavailable> awaitPermit() throws InterruptedException {
            return guard.awaitPermit();
        }
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
