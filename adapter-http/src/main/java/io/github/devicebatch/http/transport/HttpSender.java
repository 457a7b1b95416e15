package io.github.devicebatch.http.transport;

import io.github.devicebatch.application.UnavailabilityCause;
import java.io.UncheckedIOException;
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
 * <p>Each exchange runs on a virtual thread of its own, because a name lookup can't be interrupted; the caller waits with the
 * deadline (ADR 0024).
 *
 * <p>{@link HttpRequest.Builder#timeout} ends at the headers, so a stalled body would hang. A future that only times out
 * leaves its socket open, so the exchange is interrupted. A GET whose connection ended before the first byte of a response is
 * sent once more, at once and on a connection of its own (ADR 0020).
 */
public final class HttpSender {

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

    /**
     * Sends {@code request} and waits for the response, at most for the timeout and at most for {@code left}, the time left of
     * the query. Before that, waits until few enough exchanges are in flight. Sends nothing if no time is left.
     *
     * @throws Error if the exchange failed with one
     */
    public Result send(HttpRequest request, Duration left) throws InterruptedException {
        if (!left.isPositive()) {
            return deadline(left);
        }
        Deadline query = Deadline.after(left);
        HttpRequest authorized = proxy.authorize(request);
        boolean waited = false;
        Optional<Result> result = Optional.empty();
        while (result.isEmpty()) {
            Optional<ConnectionPool.Lease> lease = pool.lease(query.left());
            if (lease.isEmpty()) {
                return notSent(left);
            }
            try (ConnectionPool.Lease held = lease.get()) {
                waited |= held.waited();
                result = attempt(authorized, held, waited ? query.left() : left, left);
            }
            waited = true;
        }
        return result.get();
    }

    /**
     * Sends {@code request}.
     *
     * @param now the time left of the query now
     * @param left the time that was left when the exchange began to wait, for messages
     * @return the result; empty if the server allows no further stream and the exchange has to wait
     */
    private Optional<Result> attempt(HttpRequest request, ConnectionPool.Lease lease, Duration now, Duration left)
            throws InterruptedException {
        if (!now.isPositive()) {
            return Optional.of(notSent(left));
        }
        boolean isShort = now.compareTo(timeout) < 0;
        Deadline deadline = Deadline.after(isShort ? now : timeout);
        Outcome first = exchange(request, lease, deadline);
        if (isOf(first, TransportFailure.Kind.STREAM_LIMIT) && pool.lower(lease)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (settle(request, lease, deadline, first)) {
                    case Outcome.Response(var response) -> new Result.Answered(Response.of(response));
                    case Outcome.OfProxy(var ofProxy) -> ofProxy;
                    case Outcome.Failure(var failure) -> result(failure, isShort ? deadline(left) : timedOut());
                });
    }

    /** Result of an exchange on one connection. */
    private sealed interface Outcome {

        record Response(HttpResponse<byte[]> response) implements Outcome {}

        record Failure(TransportFailure failure) implements Outcome {}

        record OfProxy(Result result) implements Outcome {}
    }

    private Outcome exchange(HttpRequest request, ConnectionPool.Lease lease, Deadline deadline)
            throws InterruptedException {
        var handler = new BoundedBodySubscriber.Handler(maxBytes);
        var exchange = AbandonableExchange.start(
                lease.client(),
                request,
                handler,
                target -> pool.proxyFor(target).isPresent());
        try {
            HttpResponse<byte[]> response = exchange.await(deadline.left().toNanos());
            pool.answered(lease);
            return proxy.readRefusal(response)
                    .<Outcome>map(Outcome.OfProxy::new)
                    .orElseGet(() -> new Outcome.Response(response));
        } catch (ExecutionException failed) {
            return new Outcome.Failure(TransportFailure.of(failed.getCause(), handler.isBegun()));
        } catch (TimeoutException late) {
            exchange.abandon();
            pool.replace(lease);
            return new Outcome.Failure(TransportFailure.TIMED_OUT);
        } catch (InterruptedException interrupted) {
            exchange.abandon();
            throw interrupted;
        }
    }

    /** Asks the proxy, if there is one, whether it made the exchange fail; otherwise sends once more if that is allowed. */
    private Outcome settle(HttpRequest request, ConnectionPool.Lease lease, Deadline deadline, Outcome first)
            throws InterruptedException {
        if (!(first instanceof Outcome.Failure(var failure))) {
            return first;
        }
        Optional<Result> ofProxy = proxy.diagnose(request.uri(), failure, deadline.left());
        if (ofProxy.isPresent()) {
            return new Outcome.OfProxy(ofProxy.get());
        }
        return isRepeatable(request, failure.kind()) ? again(request, lease, deadline, first) : first;
    }

    private static boolean isRepeatable(HttpRequest request, TransportFailure.Kind kind) {
        return request.method().equals("GET")
                && switch (kind) {
                    case ENDED_BEFORE_ANSWER, UNPROCESSED, STREAM_LIMIT -> true;
                    case UNTRUSTED,
                            UNKNOWN_HOST,
                            REFUSED,
                            CONNECT_TIMEOUT,
                            ENDED_IN_HANDSHAKE,
                            ENDED_WITHIN_ANSWER,
                            LOCAL_LIMIT,
                            PROTOCOL,
                            TOO_LONG,
                            TIMED_OUT -> false;
                };
    }

    private Outcome again(HttpRequest request, ConnectionPool.Lease lease, Deadline deadline, Outcome first)
            throws InterruptedException {
        Optional<ConnectionPool.Lease> single;
        try {
            single = pool.again(lease, !isOf(first, TransportFailure.Kind.ENDED_BEFORE_ANSWER));
        } catch (UncheckedIOException noDescriptor) {
            return first;
        }
        if (single.isEmpty()) {
            return first;
        }
        try (ConnectionPool.Lease held = single.get()) {
            return exchange(request, held, deadline);
        }
    }

    private static boolean isOf(Outcome outcome, TransportFailure.Kind kind) {
        return outcome instanceof Outcome.Failure(var failure) && failure.kind() == kind;
    }

    private static Result result(TransportFailure failure, Result timedOut) {
        return switch (failure.kind()) {
            case TOO_LONG -> new Result.TooLong();
            case TIMED_OUT -> timedOut;
            case LOCAL_LIMIT -> Result.NotSent.NO_DESCRIPTOR;
            case UNTRUSTED -> new Result.Failed(UnavailabilityCause.UNTRUSTED, failure.detail());
            case UNKNOWN_HOST,
                    REFUSED,
                    CONNECT_TIMEOUT,
                    ENDED_IN_HANDSHAKE,
                    ENDED_BEFORE_ANSWER,
                    ENDED_WITHIN_ANSWER,
                    UNPROCESSED,
                    STREAM_LIMIT,
                    PROTOCOL -> new Result.Failed(UnavailabilityCause.UNREACHABLE, failure.detail());
        };
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
        private static Response of(HttpResponse<byte[]> response) {
            byte[] body = response.body();
            return new Response(response.statusCode(), response.headers(), body == null ? new byte[0] : body);
        }
    }

    /** Result of one HTTP exchange. */
    public sealed interface Result {

        /** A response of the server. */
        record Answered(Response response) implements Result {}

        /** A response with status 200 whose body is longer than the limit. */
        record TooLong() implements Result {}

        /** No response of the server, or only a part of it. */
        record Failed(UnavailabilityCause cause, String detail) implements Result {}

        /** A proxy that can't be reached or does not speak HTTP. */
        record ProxyFailed(UnavailabilityCause cause, String detail) implements Result {}

        /** A proxy that does not open a tunnel to the server. */
        record ProxyDeclined(ProxyRefusal refusal) implements Result {}

        /** Nothing was sent because of a limit of this process. */
        record NotSent(UnavailabilityCause cause, String detail) implements Result {

            /** This process has no file descriptor left. */
            public static final NotSent NO_DESCRIPTOR =
                    new NotSent(UnavailabilityCause.FAILING, TransportFailure.NO_DESCRIPTOR);
        }
    }
}
