package com.example.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.java11.instrument.binder.jdk.MicrometerHttpClient;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Traces of the requests, by an HTTP client that is wrapped: each request has a span, and carries its id to the server. */
class TracingTest {

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final ObservationRegistry observations = observations(SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build());

    @Test
    void eachAttemptIsASpanOfTheCallersTrace() throws Exception {
        ManualTime time = ManualTime.start();
        try (FakePartnerCenter fake = FakePartnerCenter.start(time);
                HttpClient client = HttpClient.newHttpClient();
                PartnerCenter partnerCenter = PartnerCenter.at(fake.baseUrl())
                        .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                        .time(time, time)
                        .httpClient(traced(client), task -> Context.current().wrap(task))
                        .build()) {
            fake.script(Batches.REFERENCE).then(Reply.empty(503)).then(Reply.documentedExample());

            Observation.createNotStarted("check the upload", observations)
                    .observeChecked(() -> partnerCenter.batchStatus().ask(Batches.REFERENCE));

            List<SpanData> spans = exporter.getFinishedSpanItems();
            spans.forEach(span -> System.out.println("span " + span.getName() + " " + span.getAttributes().asMap()));
            assertThat(spans).hasSize(3);
            SpanData caller = spans.getLast();
            assertThat(caller.getName()).isEqualTo("check the upload");
            assertThat(spans.subList(0, 2))
                    .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(caller.getSpanId()))
                    .allSatisfy(span -> assertThat(span.getAttributes().asMap().values())
                            .contains("/v1/customers/{customerId}/batchJobStatus/{batchTrackingId}")
                            .noneMatch(value -> value.toString().contains(Batches.REFERENCE.tracking().toString())));
            assertThat(fake.requests())
                    .extracting(request -> request.header("traceparent").orElseThrow())
                    .map(header -> header.substring(0, header.length() - 3)) // without flags
                    .containsExactly(traceparent(spans.get(0)), traceparent(spans.get(1)));
        }
    }

    private HttpClient traced(HttpClient client) {
        return MicrometerHttpClient.instrumentationBuilder(client, new SimpleMeterRegistry())
                .observationRegistry(observations)
                .uriMapper(request -> "/v1/customers/{customerId}/batchJobStatus/{batchTrackingId}")
                .build();
    }

    private static String traceparent(SpanData span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId();
    }

    private static ObservationRegistry observations(SdkTracerProvider provider) {
        var otel = provider.get("example");
        Tracer tracer = new OtelTracer(otel, new OtelCurrentTraceContext(), event -> {});
        var propagator =
                new OtelPropagator(ContextPropagators.create(W3CTraceContextPropagator.getInstance()), otel);
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig()
                .observationHandler(new io.micrometer.observation.ObservationHandler
                        .FirstMatchingCompositeObservationHandler(
                        new PropagatingSenderTracingObservationHandler<>(tracer, propagator),
                        new DefaultTracingObservationHandler(tracer)));
        return registry;
    }
}
