package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.http.support.ScriptedExchange;
import io.github.devicebatch.http.support.ScriptedHttpClient;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks about a batch and gets an arbitrary response. A build runs the inputs in the resources. To fuzz for 30 seconds:
 *
 * <pre>{@code JAZZER_FUZZ=1 mvn -pl adapter-http -am test -Dtest=ExchangeFuzzTest -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
public class ExchangeFuzzTest {

    private static final String TOKEN = "made-up-token-of-the-fuzz-test";
    private static final CircuitBreakerSettings NEVER_OPEN =
            new CircuitBreakerSettings(100_000, 100_000, 100, Duration.ofSeconds(30), 1, Duration.ofSeconds(10));
    private static final int MAX_QUERIES = 10_000;

    private ScriptedExchange exchange;
    private BatchStatusQuery query;
    private int queries;

    @FuzzTest(maxDuration = "30s")
    public void response(byte[] response) throws InterruptedException {
        if (queries++ % MAX_QUERIES == 0) {
            query = query();
        }
        ScriptedExchange.Response scripted = ScriptedExchange.of(response);
        exchange = scripted;

        BatchStatusAnswer answer = query.ask(Batches.REFERENCE);
        assertThat(answer.toString()).doesNotContain(TOKEN);
        if (answer instanceof Found found) {
            assertThat(scripted.status()).isEqualTo(200);
            assertThat(found.status().trackingId()).isEqualTo(Batches.TRACKING);
        }
    }

    /** In virtual time, so that a {@code Retry-After} costs nothing. */
    private BatchStatusQuery query() {
        ManualTime time = ManualTime.start();
        return PartnerCenter.at(URI.create("http://127.0.0.1:1"))
                .tokens(AccessTokenSource.fixed(AccessToken.of(TOKEN)))
                .httpClient(new ScriptedHttpClient(() -> exchange, Optional.empty()))
                .retries(RetrySettings.NONE.withQuestionTimeout(Duration.ofDays(1)))
                .rateLimit(RateLimitSettings.NONE)
                .circuitBreaker(NEVER_OPEN)
                .time(time, time)
                .build()
                .batchStatus();
    }
}
