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
 * Sends a request and waits for the whole response, headers and body, within one deadline.
 *
 * <p>{@link HttpRequest.Builder#timeout} ends at the headers, so a stalled body would hang; and a future that merely times
 * out leaves its socket open, hence the cancelling.
 */
public record HttpSender(HttpClient client, Duration attemptTimeout, int longestAnswer) {

    /** Takes answers as long as Partner Center's may be. */
    public HttpSender(HttpClient client, Duration attemptTimeout) {
        this(client, attemptTimeout, BoundedBodySubscriber.LONGEST_ANSWER);
    }

    /**
     * Sends {@code request}, and waits no longer than an attempt may take, nor than is {@code left} for the question; sends
     * nothing if no time is left.
     */
    public Result send(HttpRequest request, Duration left) throws InterruptedException {
        Duration most = left.compareTo(attemptTimeout) < 0 ? left : attemptTimeout;
        if (!most.isPositive()) {
            return tooLate(most);
        }
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, BoundedBodySubscriber.handler(longestAnswer));
        try {
            return new Result.Answered(exchange.get(most.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failed) {
            return TransportFailure.classify(failed.getCause());
        } catch (TimeoutException late) {
            exchange.cancel(true);
            return tooLate(most);
        } catch (InterruptedException interrupted) {
            exchange.cancel(true);
            throw interrupted;
        }
    }

    private Result tooLate(Duration most) {
        return most.equals(attemptTimeout)
                ? new Result.Failed(
                        UnavailabilityCause.TIMED_OUT, "no whole answer within " + attemptTimeout.toMillis() + " ms")
                : new Result.Failed(
                        UnavailabilityCause.DEADLINE,
                        "no whole answer within the " + most.toMillis() + " ms that were left for the question");
    }

    /** What became of one HTTP exchange. */
    public sealed interface Result {

        /** A response came. It is whole, except that the body of an error may have been cut. */
        record Answered(HttpResponse<byte[]> response) implements Result {}

        /** An answer came whose body is longer than any answer can be. */
        record TooLong() implements Result {}

        /** No response came, or not all of it. */
        record Failed(UnavailabilityCause cause, String detail) implements Result {}
    }
}
