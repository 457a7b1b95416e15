package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads arbitrary retry headers, one per line. A build runs the inputs in the resources. To fuzz for 30 seconds:
 *
 * <pre>{@code JAZZER_FUZZ=1 mvn -pl adapter-http -am test -Dtest=RetryAfterFuzzTest -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
public class RetryAfterFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<String> NAMES = List.of("x-ms-retry-after-ms", "retry-after-ms", "Retry-After", "Date");

    @FuzzTest(maxDuration = "30s")
    public void headers(byte[] lines) {
        List<String> all = new String(lines, StandardCharsets.UTF_8).lines().toList();
        HttpHeaders headers = HttpHeaders.of(
                NAMES.stream().collect(Collectors.toMap(Function.identity(), name -> values(all, name + ":"))),
                (name, value) -> true);

        new RetryAfter(headers, NOW)
                .read()
                .ifPresent(time -> assertThat(time).isBetween(Duration.ZERO, Duration.ofDays(366)));
    }

    private static List<String> values(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
