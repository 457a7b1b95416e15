package io.github.devicebatch.http.auth;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Cache of one access token, renewed by one thread shortly before it expires. Thread-safe.
 *
 * <p>Meanwhile other threads use the old token, or wait for the new one if the old one has expired. They share the result,
 * token or failure. An interruption or an own deadline of the requesting thread is not shared: another thread requests.
 */
final class CachingTokenSupplier implements TokenSupplier {

    private static final Duration MAX_WAIT = Duration.ofMinutes(2);

    private final Request request;
    private final InstantSource time;
    private Optional<IssuedToken> current = Optional.empty();
    private Optional<RecentTokenFailure> failure = Optional.empty();
    private Optional<CompletableFuture<Optional<Secret>>> pending = Optional.empty();

    CachingTokenSupplier(Request request, InstantSource time) {
        this.request = request;
        this.time = time;
    }

    /** What a thread that needs a token does next. */
    private sealed interface Step {
        record Use(Secret token) implements Step {}

        record Send(CompletableFuture<Optional<Secret>> result) implements Step {}

        record Wait(CompletableFuture<Optional<Secret>> result) implements Step {}

        record Fail(TokenException exception) implements Step {}
    }

    @Override
    public Secret get() throws InterruptedException {
        while (true) {
            Optional<Secret> token = switch (nextStep()) {
                case Step.Use(var usable) -> Optional.of(usable);
                case Step.Send(var result) -> Optional.of(send(result));
                case Step.Wait(var result) -> await(result);
                case Step.Fail(var exception) -> throw exception;
            };
            if (token.isPresent()) {
                return token.get();
            }
        }
    }

    private synchronized Step nextStep() {
        Instant now = time.instant();
        Optional<IssuedToken> usable = current.filter(issued -> issued.isUsable(now));
        boolean mustWait = pending.isPresent()
                || failure.filter(recent -> recent.holdsBack(now, usable.isPresent()))
                        .isPresent();
        if (usable.isPresent() && (usable.get().isFresh(now) || mustWait)) {
            return new Step.Use(usable.get().token());
        }
        if (pending.isPresent()) {
            return new Step.Wait(pending.get());
        }
        if (mustWait) {
            return new Step.Fail(failure.get().at(now));
        }
        pending = Optional.of(new CompletableFuture<>());
        return new Step.Send(pending.get());
    }

    /** Sends the request and completes {@code result} in every case, for the threads that wait for it. */
    private Secret send(CompletableFuture<Optional<Secret>> result) throws InterruptedException {
        try {
            IssuedToken issued = request.send();
            keep(issued);
            result.complete(Optional.of(issued.token()));
            return issued.token();
        } catch (TokenException failed) {
            return oldToken(failed, result);
        } finally {
            end();
            result.complete(Optional.empty());
        }
    }

    private Secret oldToken(TokenException failed, CompletableFuture<Optional<Secret>> result) {
        Optional<Secret> old = remember(failed);
        if (old.isEmpty() && !RecentTokenFailure.isOfOneQuery(failed)) {
            result.completeExceptionally(failed);
        }
        return old.orElseThrow(() -> failed);
    }

    private synchronized void keep(IssuedToken issued) {
        current = Optional.of(issued);
        failure = Optional.empty();
    }

    /** Remembers a failure. Returns the old token if it is usable. */
    private synchronized Optional<Secret> remember(TokenException failed) {
        Instant now = time.instant();
        if (!RecentTokenFailure.isOfOneQuery(failed)) {
            failure = Optional.of(new RecentTokenFailure(failed, now));
        }
        return current.filter(issued -> issued.isUsable(now)).map(IssuedToken::token);
    }

    private synchronized void end() {
        pending = Optional.empty();
    }

    /** Waits for another thread's result; empty if that thread ended for reasons of its own. */
    private Optional<Secret> await(CompletableFuture<Optional<Secret>> result) throws InterruptedException {
        try {
            return result.get(QueryContext.limit(MAX_WAIT).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            Instant now = time.instant();
            throw new RecentTokenFailure((TokenException) requireNonNull(failed.getCause()), now).at(now);
        } catch (TimeoutException late) {
            throw TokenException.unavailable(
                    UnavailabilityCause.DEADLINE,
                    Party.IDENTITY_PLATFORM,
                    "no access token came within the time that was left for the query");
        }
    }

    @Override
    public synchronized void rejected(Secret token) {
        current = current.filter(issued -> !issued.token().equals(token));
    }

    /** Request of an access token. Thread-safe. */
    @FunctionalInterface
    interface Request {

        /**
         * Sends the request.
         *
         * @throws TokenException if no token is issued
         */
        IssuedToken send() throws InterruptedException;
    }

    /**
     * An access token with its times.
     *
     * @param renewal from when on another one is requested
     * @param expiry from when on it is not valid
     */
    record IssuedToken(Secret token, Instant renewal, Instant expiry) {

        private static final Duration MARGIN = Duration.ofMinutes(5);

        /** Creates a token that is renewed 5 minutes before it expires, or at half of its life if that is later. */
        static IssuedToken at(Instant now, Secret token, Duration lifetime) {
            Instant expiry = now.plus(lifetime);
            Duration half = lifetime.dividedBy(2);
            return new IssuedToken(token, expiry.minus(half.compareTo(MARGIN) < 0 ? half : MARGIN), expiry);
        }

        boolean isFresh(Instant now) {
            return now.isBefore(renewal);
        }

        boolean isUsable(Instant now) {
            return now.isBefore(expiry);
        }
    }
}
