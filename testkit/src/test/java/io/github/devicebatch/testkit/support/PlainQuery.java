package io.github.devicebatch.testkit.support;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.testkit.Answers;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A correct query over the JDK's HTTP client that sends one request per call and shares no code with adapter-http. Broken
 * queries override one of its methods.
 */
public class PlainQuery implements BatchStatusQuery, AutoCloseable {

    /** Long enough for a busy machine, and far below the timeout of an environment. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI baseUrl;
    private final String token;

    public PlainQuery(URI baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        requireNonNull(batch, "batch");
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the request was sent");
        }
        AtomicBoolean started = new AtomicBoolean();
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request(batch), head -> {
            started.set(true);
            return BodySubscribers.ofByteArray();
        });
        try {
            return answer(batch, await(exchange));
        } catch (TimeoutException e) {
            return Answers.unavailable(UnavailabilityCause.TIMED_OUT);
        } catch (ExecutionException e) {
            return started.get() ? truncated() : unreachable();
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

    protected BatchStatusAnswer truncated() {
        return Answers.unavailable(UnavailabilityCause.UNREACHABLE);
    }

    protected BatchStatusAnswer described(BatchReference batch, BatchStatus status) {
        return status.trackingId().equals(batch.tracking())
                ? new Found(status, Answers.TRACE)
                : new Unreadable("about another batch", Answers.TRACE);
    }

    protected BatchStatusAnswer unreadable() {
        return new Unreadable("not a description", Answers.TRACE);
    }

    private BatchStatusAnswer answer(BatchReference batch, HttpResponse<byte[]> response) {
        return switch (response.statusCode()) {
            case 200 -> answer(batch, response.body());
            case 401 -> Answers.refused(RefusalReason.UNAUTHENTICATED);
            case 403 -> Answers.refused(RefusalReason.FORBIDDEN);
            case 404 -> Answers.notFound();
            case 429 -> throttled(response);
            case 400, 405, 406, 409 -> Answers.refused(RefusalReason.REJECTED);
            default -> Answers.unavailable(UnavailabilityCause.FAILING);
        };
    }

    private BatchStatusAnswer answer(BatchReference batch, byte[] body) {
        try {
            return described(batch, Description.parse(body));
        } catch (RuntimeException e) {
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

    /** The JSON of a description. */
    private static final class Description {

        private Description() {}

        /** Reads a description; throws a {@code RuntimeException} for anything else. */
        static BatchStatus parse(byte[] body) {
            try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
                JsonObject status = reader.readObject();
                return new BatchStatus(
                        BatchTrackingId.parse(status.getString("batchTrackingId")),
                        BatchState.of(status.getString("status")),
                        time(status, "startedTime"),
                        time(status, "completedTime"),
                        status.getJsonArray("devicesStatus").getValuesAs(JsonObject.class).stream()
                                .map(Description::device)
                                .toList(),
                        List.of());
            }
        }

        private static DeviceStatus device(JsonObject device) {
            Optional<String> code = text(device, "errorCode");
            Optional<String> name = text(device, "errorDescription");
            return new DeviceStatus(
                    text(device, "deviceId"),
                    text(device, "serialNumber"),
                    text(device, "productKey").map(ProductKey::of),
                    DeviceState.of(device.getString("status")),
                    code.or(() -> name).map(any -> new DeviceError(code, name)));
        }

        private static Optional<Instant> time(JsonObject object, String name) {
            return text(object, name).map(time -> LocalDateTime.parse(time).toInstant(ZoneOffset.UTC));
        }

        private static Optional<String> text(JsonObject object, String name) {
            return Optional.ofNullable(object.getString(name, null));
        }
    }
}
