package com.example.depot.partnercenter;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks Partner Center over the JDK's HTTP client, one attempt a question. Thread-safe. */
public final class HttpQuery implements BatchStatusQuery, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI baseUrl;
    private final String token;

    public HttpQuery(URI baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the question was sent");
        }
        Instant asked = Instant.now();
        // The request's own timeout would end at the headers, and a body may stall too.
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request(batch), BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = exchange.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return read(batch, response, trace(asked, OptionalInt.of(response.statusCode())));
        } catch (TimeoutException late) {
            return unavailable(UnavailabilityCause.TIMED_OUT, Optional.empty(), trace(asked, OptionalInt.empty()));
        } catch (ExecutionException broken) {
            return unavailable(UnavailabilityCause.UNREACHABLE, Optional.empty(), trace(asked, OptionalInt.empty()));
        } finally {
            exchange.cancel(true);
        }
    }

    private static BatchStatusAnswer read(BatchReference batch, HttpResponse<byte[]> response, Trace trace) {
        return switch (response.statusCode()) {
            case 200 -> described(batch, response.body(), trace);
            case 404, 410 -> new NotFound(Fault.UNEXPLAINED, trace);
            case 401 -> new Refused(RefusalReason.UNAUTHENTICATED, Fault.UNEXPLAINED, trace);
            case 403 -> new Refused(RefusalReason.FORBIDDEN, Fault.UNEXPLAINED, trace);
            case 429 -> unavailable(UnavailabilityCause.THROTTLED, retryAfter(response), trace);
            case 408, 500, 502, 503, 504 ->
                unavailable(UnavailabilityCause.FAILING, retryAfter(response), trace);
            default ->
                response.statusCode() / 100 == 4
                        ? new Refused(RefusalReason.REJECTED, Fault.UNEXPLAINED, trace)
                        : new Unreadable("unexpected status " + response.statusCode(), trace);
        };
    }

    private static BatchStatusAnswer described(BatchReference batch, byte[] body, Trace trace) {
        try {
            BatchStatus status = UploadDetails.read(body);
            return status.trackingId().equals(batch.tracking())
                    ? new Found(status, trace)
                    : new Unreadable("about another batch", trace);
        } catch (RuntimeException nonsense) {
            return new Unreadable("not the JSON that Partner Center sends", trace);
        }
    }

    private static BatchStatusAnswer unavailable(
            UnavailabilityCause cause, Optional<Duration> retryAfter, Trace trace) {
        return new Unavailable(cause, "Partner Center has no answer: " + cause, retryAfter, trace);
    }

    private static Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private static Trace trace(Instant asked, OptionalInt status) {
        Duration elapsed = Duration.between(asked, Instant.now());
        return new Trace(
                1,
                elapsed.isNegative() ? Duration.ZERO : elapsed,
                status,
                Optional.empty(),
                Optional.empty(),
                ServerIds.NONE);
    }

    private HttpRequest request(BatchReference batch) {
        return HttpRequest.newBuilder(URI.create(
                        baseUrl + "/v1/customers/" + batch.customer() + "/batchJobStatus/" + batch.tracking()))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("MS-RequestId", UUID.randomUUID().toString())
                .header("MS-CorrelationId", UUID.randomUUID().toString())
                .header("MS-Contract-Version", "v1")
                .build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
