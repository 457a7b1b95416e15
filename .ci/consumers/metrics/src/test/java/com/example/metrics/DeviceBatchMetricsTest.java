package com.example.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.AppRegistration;
import io.github.devicebatch.http.ClientSecret;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.PartnerCenterCloud;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The meters after a 429, after the opening of the circuit breaker, and after the refresh of a token. */
class DeviceBatchMetricsTest {

    private static final String CLIENT = "8f6b3a3e-2f5c-4d3a-9d1e-5a4c6b7d8e9f";

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter fake = FakePartnerCenter.start(time);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PartnerCenter partnerCenter = PartnerCenter.at(fake.baseUrl())
            .tokens(tokens())
            .time(time, time)
            .listener(new DeviceBatchMetrics(registry))
            .build();

    @AfterEach
    void close() {
        partnerCenter.close();
        fake.close();
    }

    @Test
    void showsA429() throws InterruptedException {
        fake.script(Batches.REFERENCE)
                .then(Reply.throttled(Duration.ofSeconds(57)))
                .then(Reply.documentedExample());
        partnerCenter.batchStatus().ask(Batches.REFERENCE);

        assertThat(print("a 429"))
                .contains(
                        request("429", "429"),
                        request("200", "none"),
                        "devicebatch.attempts{answer=throttled} count=1.0",
                        "devicebatch.attempts{answer=found} count=1.0")
                .anyMatch(line -> line.matches(
                        "devicebatch\\.pause\\.duration\\{reason=retry_after\\} count=1\\.0 total=5[78]\\..*"));
    }

    @Test
    void showsTheOpeningOfTheCircuitBreaker() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.empty(503));
        for (int query = 0; query < 4; query++) {
            partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }

        assertThat(print("the opening of the circuit breaker"))
                .contains(
                        "devicebatch.circuit_breaker.state{state=closed} value=0.0",
                        "devicebatch.circuit_breaker.state{state=open} value=1.0",
                        "devicebatch.circuit_breaker.transitions{to=open} count=1.0",
                        "devicebatch.attempts{answer=failing} count=10.0",
                        "devicebatch.attempts{answer=circuit_open} count=2.0");
    }

    @Test
    void showsTheRefreshOfAToken() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        partnerCenter.batchStatus().ask(Batches.REFERENCE);
        fake.tokens().access().revokeAll();
        partnerCenter.batchStatus().ask(Batches.REFERENCE);

        assertThat(print("the refresh of a token"))
                .contains(
                        "devicebatch.token.refresh.duration{} count=2.0 total=0.0 max=0.0",
                        "devicebatch.token.failures{reason=rejected} count=1.0",
                        "devicebatch.attempts{answer=found} count=2.0")
                .anyMatch(line -> line.contains("http.response.status_code=401"));
    }

    @Test
    void noTagHasAnId() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        partnerCenter.batchStatus().ask(Batches.REFERENCE);

        assertThat(print("one query")).noneMatch(line -> line.matches("(?s).*[0-9a-f]{8}-[0-9a-f]{4}-.*"));
    }

    private AccessTokenSource tokens() {
        fake.tokens().application(CLIENT, "made-up-secret").access().validated();
        return AccessTokenSource.appOnly(
                IdentityPlatform.at(fake.baseUrl(), PartnerCenterCloud.GLOBAL).time(time, time),
                new AppRegistration("contoso.onmicrosoft.com", CLIENT),
                ClientSecret.of("made-up-secret"));
    }

    private String request(String status, String error) {
        return "http.client.request.duration{error.type=" + error + ",http.request.method=GET,http.response.status_code="
                + status + ",server.address=127.0.0.1,server.port=" + fake.baseUrl().getPort()
                + ",url.template=/v1/customers/{customerId}/batchJobStatus/{batchTrackingId}} count=1.0 total=0.0 max=0.0";
    }

    private List<String> print(String after) {
        List<String> lines = registry.getMeters().stream()
                .map(DeviceBatchMetricsTest::line)
                .sorted()
                .toList();
        System.out.println("Meters after " + after + ":");
        lines.forEach(line -> System.out.println("  " + line));
        return lines;
    }

    private static String line(Meter meter) {
        String tags = meter.getId().getTags().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(","));
        StringBuilder line = new StringBuilder(meter.getId().getName() + "{" + tags + "}");
        for (Measurement measurement : meter.measure()) {
            line.append(' ')
                    .append(measurement.getStatistic().getTagValueRepresentation())
                    .append('=')
                    .append(measurement.getValue());
        }
        return line.toString();
    }
}
