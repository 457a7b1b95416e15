package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HttpStatusCategoryTest {

    private static final Map<HttpStatusCategory, Set<Integer>> SINGLED_OUT = Map.of(
            HttpStatusCategory.ANSWER, Set.of(200),
            HttpStatusCategory.UNAUTHENTICATED, Set.of(401),
            HttpStatusCategory.FORBIDDEN, Set.of(403),
            HttpStatusCategory.NOT_FOUND, Set.of(404, 410),
            HttpStatusCategory.THROTTLED, Set.of(429),
            HttpStatusCategory.FAILING, Set.of(408, 425),
            HttpStatusCategory.UNEXPECTED, Set.of(501, 505, 506));

    @Test
    void everyStatusHasACategory() {
        IntStream.rangeClosed(100, 599)
                .forEach(status -> assertThat(HttpStatusCategory.of(status))
                        .as("" + status)
                        .isEqualTo(expected(status)));
    }

    private static HttpStatusCategory expected(int status) {
        return SINGLED_OUT.entrySet().stream()
                .filter(entry -> entry.getValue().contains(status))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> status < 300
                        ? HttpStatusCategory.UNEXPECTED
                        : status < 400
                                ? HttpStatusCategory.REDIRECT
                                : status < 500 ? HttpStatusCategory.REJECTED : HttpStatusCategory.FAILING);
    }

    @Test
    void statusesOutOfRangeAreUnexpected() {
        assertThat(HttpStatusCategory.of(600)).isEqualTo(HttpStatusCategory.UNEXPECTED);
        assertThat(HttpStatusCategory.of(999)).isEqualTo(HttpStatusCategory.UNEXPECTED);
    }
}
