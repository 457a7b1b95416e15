package io.github.devicebatch.http.transport;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.transport.BoundedBodySubscriber.BodyBuffer;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Sender of HTTP requests that waits for the whole response, headers and body, within one deadline. Thread-safe.
 *
 * <p>Each exchange runs on a virtual thread of its own, because a name lookup can't be interrupted; a watch ends
 * the wait of its caller at the deadline (ADR 0024, 0039).
 *
 * <p>{@link HttpRequest.Builder#timeout} ends at the headers, so a stalled body would hang. A future that only times out
 * leaves its socket open, so the exchange is interrupted. A GET whose connection ended before the first byte of a response is
 * sent once more, at once and on a connection of its own (ADR 0020).
 */
public final class HttpSender {

    private static final int SERVER_ERROR = 500;

    private final ConnectionPool pool;
    private final Duration timeout;
    private final int maxBytes;
    private final ProxyRoute proxy;

    /**
     * Creates a sender.
     *
     * @param timeout the longest time of one exchange
     * @param maxBytes the longest body of a response with status 200
     */
    public HttpSender(ConnectionPool pool, Duration timeout, int maxBytes) {
        this.pool = pool;
        this.timeout = timeout;
        this.maxBytes = maxBytes;
        this.proxy = new ProxyRoute(pool);
    }

    /** A request to be sent, at once or after a wait. */
    private record Sending(HttpRequest request, Deadline query, SendLimits limits, ResponseMemory.Claim memory) {}

    /** Sends {@code request} as {@link #send(HttpRequest, Duration, SendLimits, ResponseMemory.Claim)} does, without limits. */
    public Result send(HttpRequest request, Duration left) throws InterruptedException {
        return send(request, left, SendLimits.NONE, ResponseMemory.UNBOUNDED.claim());
    }

    /**
     * Sends {@code request} and waits for the response, at most for the timeout and at most for {@code left}, the time left of
     * the query. Before that, waits until few enough exchanges are in flight, and while {@code limits} hold requests
     * back. Sends nothing if no time is left.
     *
     * @param memory the memory of the response; its owner releases it
     * @throws Error if the exchange failed with one
     */
    public Result send(HttpRequest request, Duration left, SendLimits limits, ResponseMemory.Claim memory)
            throws InterruptedException {
        if (!left.isPositive()) {
            return deadline(left);
        }
        Sending sending = new Sending(proxy.authorize(request), Deadline.after(left), limits, memory);
        boolean waited = false;
        Optional<Result> result = Optional.empty();
        while (result.isEmpty()) {
            Optional<ConnectionPool.Lease> lease = pool.lease(sending.query().left());
            if (lease.isEmpty()) {
                return notSent(left);
            }
            try (ConnectionPool.Lease held = lease.get()) {
                boolean isHeldBack = limits.isHeldBack();
                Optional<Unavailable> tooLate = isHeldBack ? limits.awaitRelease() : Optional.empty();
                if (tooLate.isPresent()) {
                    return new Result.HeldBack(tooLate.get());
                }
                waited |= isHeldBack || held.waited();
                result = attempt(sending, held, waited ? sending.query().left() : left, left);
            }
            waited = true;
        }
        return result.get();
    }

    /**
     * Sends the request.
     *
     * @param now the time left of the query now
     * @param left the time that was left when the exchange began to wait, for messages
     * @return the result; empty if the server allows no further stream and the exchange has to wait
     */
    private Optional<Result> attempt(Sending sending, ConnectionPool.Lease lease, Duration now, Duration left)
            throws InterruptedException {
        if (!now.isPositive()) {
            return Optional.of(notSent(left));
        }
        boolean isShort = now.compareTo(timeout) < 0;
        Deadline deadline = Deadline.after(isShort ? now : timeout);
        Outcome first = exchange(sending, lease, deadline);
        if (isOf(first, TransportFailure.Kind.STREAM_LIMIT) && pool.lower(lease)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (settle(sending, lease, deadline, first)) {
                    case Outcome.Completed(var result) -> result;
                    case Outcome.Failure(var failure) -> failure.result(isShort ? deadline(left) : timedOut());
                });
    }

    /** Result of an exchange on one connection: a response, of the server or of a proxy, or a failure. */
    private sealed interface Outcome {

        record Completed(Result result) implements Outcome {}

        record Failure(TransportFailure failure) implements Outcome {}
    }

    private Outcome exchange(Sending sending, ConnectionPool.Lease lease, Deadline deadline)
            throws InterruptedException {
        var handler = new BoundedBodySubscriber.Handler(maxBytes, sending.memory());
        var exchange = AbandonableExchange.start(
                lease.client(),
                sending.request(),
                handler,
                target -> pool.proxyFor(target).isPresent(),
                pool::inContext);
        try {
            HttpResponse<BodyBuffer> response = exchange.await(deadline);
            pool.answered(lease);
            return new Outcome.Completed(
                    proxy.readRefusal(response).orElseGet(() -> new Result.Answered(Response.of(response))));
        } catch (ExecutionException failed) {
            return new Outcome.Failure(TransportFailure.of(failed, handler.isBegun()));
        } catch (TimeoutException late) {
            pool.replace(lease);
            return new Outcome.Failure(TransportFailure.TIMED_OUT);
        }
    }

    /**
     * Asks the proxy, if there is one, whether it made the exchange fail; otherwise sends once more if that is allowed. Either is
     * a request that a hold delays.
     */
    private Outcome settle(Sending sending, ConnectionPool.Lease lease, Deadline deadline, Outcome first)
            throws InterruptedException {
        if (!(first instanceof Outcome.Failure(var failure))) {
            return first;
        }
        URI target = sending.request().uri();
        boolean repeatable = sending.request().method().equals("GET") && failure.isRepeatable();
        if (!repeatable && !proxy.isConcerned(target, failure)) {
            return first;
        }
        Optional<Deadline> next = awaitRelease(sending, deadline);
        if (next.isEmpty()) {
            return first;
        }
        Optional<Result> ofProxy = proxy.diagnose(target, failure, next.get().left());
        if (ofProxy.isPresent()) {
            return new Outcome.Completed(ofProxy.get());
        }
        return repeatable ? again(sending, lease, next.get(), first) : first;
    }

    /** Waits while a hold is in force. Returns the deadline of the next exchange; empty if the hold ends too late. */
    private Optional<Deadline> awaitRelease(Sending sending, Deadline deadline) throws InterruptedException {
        if (!sending.limits().isHeldBack()) {
            return Optional.of(deadline);
        }
        return sending.limits().awaitRelease().isPresent()
                ? Optional.empty()
                : Optional.of(sending.query().orAfter(timeout));
    }

    private Outcome again(Sending sending, ConnectionPool.Lease lease, Deadline deadline, Outcome first)
            throws InterruptedException {
        boolean unprocessed = !isOf(first, TransportFailure.Kind.ENDED_BEFORE_ANSWER);
        // While it waited with memory, others that have reserved a retry could wait for the memory.
        Duration wait = sending.memory().isReserved() ? Duration.ZERO : deadline.left();
        if (!pool.canRepeat(lease, unprocessed) || !sending.limits().reserveRetry(wait)) {
            return first;
        }
        Outcome last = first;
        try {
            Optional<ConnectionPool.Lease> single = pool.again(lease);
            if (single.isPresent()) {
                try (ConnectionPool.Lease held = single.get()) {
                    Optional<Deadline> next = awaitRelease(sending, deadline);
                    last = next.isEmpty() ? first : exchange(sending, held, next.get());
                }
            }
            return last;
        } finally {
            sending.limits().settleRetry(hasFailed(last));
        }
    }

    /** Returns whether the service is in trouble. Not sent counts as that too, because the service ended the first exchange. */
    private static boolean hasFailed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed(var result) ->
                result instanceof Result.Answered(var response) && response.statusCode() >= SERVER_ERROR;
            case Outcome.Failure(var failure) -> !failure.isLackOfMemory();
        };
    }

    private static boolean isOf(Outcome outcome, TransportFailure.Kind kind) {
        return outcome instanceof Outcome.Failure(var failure) && failure.kind() == kind;
    }

    private static Result notSent(Duration left) {
        return new Result.NotSent(
                UnavailabilityCause.DEADLINE,
                "other requests were in flight for all of the " + left.toMillis() + " ms that were left for the query");
    }

    private Result timedOut() {
        return new Result.Failed(UnavailabilityCause.TIMED_OUT, "no whole answer within " + timeout.toMillis() + " ms");
    }

    private static Result deadline(Duration left) {
        return new Result.Failed(
                UnavailabilityCause.DEADLINE,
                "no whole answer within the " + left.toMillis() + " ms that were left for the query");
    }

    /**
     * A response. It is whole, except that the body of an error may have been truncated.
     *
     * @param body the body; empty if there is none
     */
    public record Response(int statusCode, HttpHeaders headers, byte[] body) {

        /** The JDK hands over no body at all if it never called the body handler. */
        private static Response of(HttpResponse<BodyBuffer> response) {
            BodyBuffer body = response.body();
            return new Response(response.statusCode(), response.headers(), body == null ? new byte[0] : body.take());
        }
    }

    /** Result of one HTTP exchange. */
    public sealed interface Result {

        /** A response of the server. */
        record Answered(Response response) implements Result {}

        /** A response with status 200 whose body is longer than any answer, or than the memory of this process allows. */
        record TooLong(Party party, String detail) implements Result {}

        /** A response that was abandoned, because other answers hold the memory for it. */
        record NoMemory(String detail) implements Result {}

        /** No response of the server, or only a part of it. */
        record Failed(UnavailabilityCause cause, String detail) implements Result {}

        /** A proxy that can't be reached or does not speak HTTP. */
        record ProxyFailed(UnavailabilityCause cause, String detail) implements Result {}

        /** A proxy that does not open a tunnel to the server. */
        record ProxyDeclined(ProxyRefusal refusal) implements Result {}

        /** Nothing was sent because of a hold that ends after the deadline of the query. */
        record HeldBack(Unavailable answer) implements Result {}

        /** Nothing was sent because of a limit of this process. */
        record NotSent(UnavailabilityCause cause, String detail) implements Result {

            /** This process has no file descriptor left. */
            public static final NotSent NO_DESCRIPTOR =
                    new NotSent(UnavailabilityCause.FAILING, TransportFailure.NO_DESCRIPTOR);
        }
    }
}
