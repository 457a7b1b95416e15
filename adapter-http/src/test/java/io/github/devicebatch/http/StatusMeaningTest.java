package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusMeaningTest {

    private static final Map<StatusMeaning, Set<Integer>> SINGLED_OUT = Map.of(
            StatusMeaning.ANSWER, Set.of(200),
            StatusMeaning.UNAUTHENTICATED, Set.of(401),
            StatusMeaning.FORBIDDEN, Set.of(403),
            StatusMeaning.NOT_FOUND, Set.of(404, 410),
            StatusMeaning.THROTTLED, Set.of(429),
            StatusMeaning.FAILING, Set.of(408, 425),
            StatusMeaning.UNEXPECTED, Set.of(501, 505, 506));

    @Test
    void knowsEveryStatus() {
        IntStream.rangeClosed(100, 599)
                .forEach(status ->
                        assertThat(StatusMeaning.of(status)).as("" + status).isEqualTo(expected(status)));
    }

    private static StatusMeaning expected(int status) {
        return SINGLED_OUT.entrySet().stream()
                .filter(entry -> entry.getValue().contains(status))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> status < 300
                        ? StatusMeaning.UNEXPECTED
                        : status < 400
                                ? StatusMeaning.REDIRECT
                                : status < 500 ? StatusMeaning.REJECTED : StatusMeaning.FAILING);
    }

    @Test
    void trustsNoStatusBeyondTheRange() {
        assertThat(StatusMeaning.of(600)).isEqualTo(StatusMeaning.UNEXPECTED);
        assertThat(StatusMeaning.of(999)).isEqualTo(StatusMeaning.UNEXPECTED);
    }
}
