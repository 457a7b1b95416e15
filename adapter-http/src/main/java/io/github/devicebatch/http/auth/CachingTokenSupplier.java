package io.github.devicebatch.http.auth;

import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.AccessTokenUnavailableException;
import io.github.devicebatch.http.context.QueryContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps an access token until shortly before its end, and has one thread ask for the next. Meanwhile the others use the old
 * one; those for whom it is too old wait, and have what the one gets: the token, or the failure. Thread-safe.
 *
 * <p>If the one that asks is interrupted or runs out of time, that says nothing to the others: the next of them asks.
 */
public final class CachingTokenSupplier implements AccessTokenSource {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final String name;
    private final Request request;
    private final InstantSource time;
    private Optional<IssuedToken> current = Optional.empty();
    private Optional<RecentTokenFailure> failure = Optional.empty();
    private Optional<CompletableFuture<Optional<AccessToken>>> underWay = Optional.empty();

    public CachingTokenSupplier(String name, Request request, InstantSource time) {
        this.name = name;
        this.request = request;
        this.time = time;
    }

    /** What a thread that needs a token has to do. */
    private sealed interface Step {
        record Use(AccessToken token) implements Step {}

        record Ask(CompletableFuture<Optional<AccessToken>> outcome) implements Step {}

        record Wait(CompletableFuture<Optional<AccessToken>> outcome) implements Step {}

        record Fail(AccessTokenException failure) implements Step {}
    }

    @Override
    public AccessToken token() throws InterruptedException {
        while (true) {
            Optional<AccessToken> token = switch (nextStep()) {
                case Step.Use(var held) -> Optional.of(held);
                case Step.Ask(var outcome) -> Optional.of(ask(outcome));
                case Step.Wait(var outcome) -> outcomeOf(outcome);
                case Step.Fail(var known) -> throw known;
            };
            if (token.isPresent()) {
                return token.get();
            }
        }
    }

    private synchronized Step nextStep() {
        Instant now = time.instant();
        Optional<IssuedToken> usable = current.filter(issued -> issued.isUsable(now));
        boolean mustWait = underWay.isPresent()
                || failure.filter(known -> known.holdsBack(now, usable.isPresent()))
                        .isPresent();
        if (usable.isPresent() && (usable.get().isFresh(now) || mustWait)) {
            return new Step.Use(usable.get().token());
        }
        if (underWay.isPresent()) {
            return new Step.Wait(underWay.get());
        }
        if (mustWait) {
            return new Step.Fail(failure.get().again(now));
        }
        underWay = Optional.of(new CompletableFuture<>());
        return new Step.Ask(underWay.get());
    }

    /** Asks, for all who wait for {@code outcome}; they are told in any case. */
    private AccessToken ask(CompletableFuture<Optional<AccessToken>> outcome) throws InterruptedException {
        try {
            IssuedToken issued = request.send();
            keep(issued);
            outcome.complete(Optional.of(issued.token()));
            return issued.token();
        } catch (AccessTokenException failed) {
            return insteadOf(failed, outcome);
        } finally {
            end();
            outcome.complete(Optional.empty());
        }
    }

    private AccessToken insteadOf(AccessTokenException failed, CompletableFuture<Optional<AccessToken>> outcome) {
        Optional<AccessToken> old = remember(failed);
        if (old.isEmpty() && !RecentTokenFailure.isOwn(failed)) {
            outcome.completeExceptionally(failed);
        }
        return old.orElseThrow(() -> failed);
    }

    private synchronized void keep(IssuedToken issued) {
        current = Optional.of(issued);
        failure = Optional.empty();
    }

    /** Remembers a failure, and gives the old token if it is still good. */
    private synchronized Optional<AccessToken> remember(AccessTokenException failed) {
        Instant now = time.instant();
        if (!RecentTokenFailure.isOwn(failed)) {
            failure = Optional.of(new RecentTokenFailure(failed, now));
        }
        return current.filter(issued -> issued.isUsable(now)).map(IssuedToken::token);
    }

    private synchronized void end() {
        underWay = Optional.empty();
    }

    /** Waits for what another thread gets; empty if that one gave up for reasons of its own. */
    private Optional<AccessToken> outcomeOf(CompletableFuture<Optional<AccessToken>> outcome)
            throws InterruptedException {
        try {
            return outcome.get(QueryContext.timeLeftOf(LONGEST_WAIT).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new RecentTokenFailure((AccessTokenException) failed.getCause(), time.instant())
                    .again(time.instant());
        } catch (TimeoutException late) {
            throw new AccessTokenUnavailableException(
                    UnavailabilityCause.DEADLINE,
                    "no access token came within the time that was left for the question",
                    Optional.empty());
        }
    }

    @Override
    public synchronized void rejected(AccessToken token) {
        current = current.filter(issued -> !issued.token().equals(token));
    }

    /** Gives the kind of the source and whom it asks. */
    @Override
    public String toString() {
        return name;
    }

    /** Asks for an access token, once. Safe for use by several threads. */
    @FunctionalInterface
    public interface Request {

        /**
         * Asks.
         *
         * @throws AccessTokenException if there is none to be had
         */
        IssuedToken send() throws InterruptedException;
    }

    /**
     * An access token with the time for which it is good.
     *
     * @param token the token
     * @param renewal from when on another one should be got
     * @param end when it ends
     */
    public record IssuedToken(AccessToken token, Instant renewal, Instant end) {

        private static final Duration MARGIN = Duration.ofMinutes(5);

        /** A token is renewed 5 minutes before its end; one that lives less than 10 minutes, when half of its life is over. */
        public static IssuedToken at(Instant now, AccessToken token, Duration lifetime) {
            Instant end = now.plus(lifetime);
            Duration half = lifetime.dividedBy(2);
            return new IssuedToken(token, end.minus(half.compareTo(MARGIN) < 0 ? half : MARGIN), end);
        }

        boolean isFresh(Instant now) {
            return now.isBefore(renewal);
        }

        boolean isUsable(Instant now) {
            return now.isBefore(end);
        }
    }
}
