package io.github.devicebatch.testkit.plain;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.Answers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks over the JDK's HTTP client, once and in a straight line. It is right; the broken ones change one thing in it. */
public class PlainQuery implements BatchStatusQuery, AutoCloseable {

    /** Generous, for a busy machine, and still far below the patience of a world. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI baseUrl;
    private final String token;

    /** Asks at {@code baseUrl} with {@code token}. */
    public PlainQuery(URI baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the question was sent");
        }
        AtomicBoolean begun = new AtomicBoolean();
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request(batch), head -> {
            begun.set(true);
            return BodySubscribers.ofByteArray();
        });
        try {
            return read(batch, await(exchange));
        } catch (TimeoutException late) {
            return Answers.unavailable(UnavailabilityCause.TIMED_OUT);
        } catch (ExecutionException broken) {
            return begun.get() ? brokenOff() : unreachable();
        } finally {
            exchange.cancel(true);
        }
    }

    protected HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> exchange)
            throws ExecutionException, TimeoutException, InterruptedException {
        return exchange.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    protected BatchStatusAnswer unreachable() {
        return Answers.unavailable(UnavailabilityCause.UNREACHABLE);
    }

    protected BatchStatusAnswer brokenOff() {
        return Answers.unavailable(UnavailabilityCause.UNREACHABLE);
    }

    protected BatchStatusAnswer described(BatchReference batch, BatchStatus status) {
        return status.trackingId().equals(batch.tracking())
                ? new Found(status, Answers.TRACE)
                : new Unreadable("about another batch", Answers.TRACE);
    }

    protected BatchStatusAnswer unreadable() {
        return new Unreadable("not what the service says", Answers.TRACE);
    }

    private BatchStatusAnswer read(BatchReference batch, HttpResponse<byte[]> response) {
        return switch (response.statusCode()) {
            case 200 -> read(batch, response.body());
            case 401 -> Answers.refused(RefusalReason.UNAUTHENTICATED);
            case 403 -> Answers.refused(RefusalReason.FORBIDDEN);
            case 404 -> Answers.notFound();
            case 429 -> throttled(response);
            case 400, 405, 406, 409 -> Answers.refused(RefusalReason.REJECTED);
            default -> Answers.unavailable(UnavailabilityCause.FAILING);
        };
    }

    private BatchStatusAnswer read(BatchReference batch, byte[] body) {
        try {
            return described(batch, PlainJson.status(body));
        } catch (RuntimeException nonsense) {
            return unreadable();
        }
    }

    private static BatchStatusAnswer throttled(HttpResponse<byte[]> response) {
        Optional<Duration> retryAfter = response.headers()
                .firstValue("Retry-After")
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
        return new Unavailable(UnavailabilityCause.THROTTLED, "throttled", retryAfter, Answers.TRACE);
    }

    private HttpRequest request(BatchReference batch) {
        return HttpRequest.newBuilder(URI.create(
                        "%s/v1/customers/%s/batchJobStatus/%s".formatted(baseUrl, batch.customer(), batch.tracking())))
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
