package io.github.devicebatch.http.transport;

import io.github.devicebatch.application.UnavailabilityCause;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sender of HTTP requests that waits for the whole response, headers and body, within one deadline. Thread-safe.
 *
 * <p>{@link HttpRequest.Builder#timeout} ends at the headers, so a stalled body would hang. A future that only times out
 * leaves its socket open, so the exchange is cancelled.
 *
 * @param timeout the longest time of one exchange
 * @param maxBytes the longest body of a response with status 200
 */
public record HttpSender(HttpClient client, Duration timeout, int maxBytes) {

    /**
     * Sends {@code request} and waits for the response, at most for the timeout and at most for {@code left}, the time left of
     * the query. Sends nothing if no time is left.
     */
    public Result send(HttpRequest request, Duration left) throws InterruptedException {
        Duration limit = left.compareTo(timeout) < 0 ? left : timeout;
        if (!limit.isPositive()) {
            return timedOut(limit);
        }
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, BoundedBodySubscriber.handler(maxBytes));
        try {
            return new Result.Answered(exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failed) {
            return TransportFailure.classify(failed.getCause());
        } catch (TimeoutException late) {
            exchange.cancel(true);
            return timedOut(limit);
        } catch (InterruptedException interrupted) {
            exchange.cancel(true);
            throw interrupted;
        }
    }

    private Result timedOut(Duration limit) {
        return limit.equals(timeout)
                ? new Result.Failed(UnavailabilityCause.TIMED_OUT, "no whole answer within " + limit.toMillis() + " ms")
                : new Result.Failed(
                        UnavailabilityCause.DEADLINE,
                        "no whole answer within the " + limit.toMillis() + " ms that were left for the query");
    }

    /** Result of one HTTP exchange. */
    public sealed interface Result {

        /** A response. It is whole, except that the body of an error may have been truncated. */
        record Answered(HttpResponse<byte[]> response) implements Result {}

        /** A response with status 200 whose body is longer than the limit. */
        record TooLong() implements Result {}

        /** No response, or only a part of it. */
        record Failed(UnavailabilityCause cause, String detail) implements Result {}
    }
}
