package com.example.metrics;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.http.event.QueryEvent;
import io.github.devicebatch.http.event.QueryEvent.AttemptEnded;
import io.github.devicebatch.http.event.QueryEvent.CircuitBreakerChanged;
import io.github.devicebatch.http.event.QueryEvent.PauseStarted;
import io.github.devicebatch.http.event.QueryEvent.RequestEnded;
import io.github.devicebatch.http.event.QueryEvent.RetryBudgetExhausted;
import io.github.devicebatch.http.event.QueryEvent.RetryWithdrawn;
import io.github.devicebatch.http.event.QueryEvent.TokenFailed;
import io.github.devicebatch.http.event.QueryEvent.TokenRefreshed;
import io.github.devicebatch.http.event.QueryEvent.TokenRejected;
import io.github.devicebatch.http.event.QueryListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Meters of devicebatch. The duration of requests has the name and the attributes of OpenTelemetry's semantic conventions. No
 * tag has an id, and each meter always has the same tag keys, as Prometheus requires. Thread-safe.
 */
public final class DeviceBatchMetrics implements QueryListener {

    private final MeterRegistry registry;
    private final Map<CircuitBreakerChanged.State, AtomicInteger> states = new EnumMap<>(CircuitBreakerChanged.State.class);

    public DeviceBatchMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (CircuitBreakerChanged.State state : CircuitBreakerChanged.State.values()) {
            int initial = state == CircuitBreakerChanged.State.CLOSED ? 1 : 0;
            Tags tags = Tags.of("state", lower(state));
            states.put(state, registry.gauge("devicebatch.circuit_breaker.state", tags, new AtomicInteger(initial)));
        }
    }

    @Override
    public void on(QueryEvent event) {
        switch (event) {
            case RequestEnded ended ->
                registry.timer("http.client.request.duration", tags(ended)).record(ended.elapsed());
            case AttemptEnded ended -> count("devicebatch.attempts", "answer", answer(ended));
            case PauseStarted(var reason, var duration) ->
                registry.timer("devicebatch.pause.duration", "reason", lower(reason)).record(duration);
            case CircuitBreakerChanged(var from, var to) -> {
                states.get(from).set(0);
                states.get(to).set(1);
                count("devicebatch.circuit_breaker.transitions", "to", lower(to));
            }
            case RetryWithdrawn(var balance) -> registry.summary("devicebatch.retry_budget.balance").record(balance);
            case RetryBudgetExhausted() -> registry.counter("devicebatch.retry_budget.exhausted").increment();
            case TokenRefreshed(var elapsed) -> registry.timer("devicebatch.token.refresh.duration").record(elapsed);
            case TokenFailed failed -> count("devicebatch.token.failures", "reason", "none_available");
            case TokenRejected() -> count("devicebatch.token.failures", "reason", "rejected");
        }
    }

    private static Tags tags(RequestEnded ended) {
        String status = ended.status().isPresent() ? "" + ended.status().getAsInt() : "none";
        String error = ended.failure().map(DeviceBatchMetrics::lower).orElse(status.compareTo("400") < 0 ? "none" : status);
        return Tags.of(
                "http.request.method", ended.method(),
                "server.address", ended.server().getHost(),
                "server.port", "" + port(ended),
                "url.template", ended.pathTemplate(),
                "http.response.status_code", status,
                "error.type", error);
    }

    private static int port(RequestEnded ended) {
        int port = ended.server().getPort();
        int standard = ended.server().getScheme().equals("https") ? 443 : 80;
        return port < 0 ? standard : port;
    }

    private static String answer(AttemptEnded ended) {
        return ended.answer() instanceof Unavailable unavailable
                ? lower(unavailable.cause())
                : ended.answer().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private void count(String name, String key, String value) {
        registry.counter(name, key, value).increment();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }
}
