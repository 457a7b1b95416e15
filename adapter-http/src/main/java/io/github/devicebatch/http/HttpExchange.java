package io.github.devicebatch.http;

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
record HttpExchange(HttpClient client, Duration timeout) {

    Exchanged send(HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request, BoundedBody.handler());
        try {
            return new Exchanged.Answered(exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failed) {
            return TransportFailure.classify(failed.getCause());
        } catch (TimeoutException late) {
            exchange.cancel(true);
            return new Exchanged.Failed(
                    UnavailabilityCause.TIMED_OUT, "no whole answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException interrupted) {
            exchange.cancel(true);
            throw interrupted;
        }
    }
}
