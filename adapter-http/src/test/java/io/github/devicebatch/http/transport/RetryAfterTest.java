package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            retry-after: 57                                                             | 57000
            retry-after: 0                                                              | 0
            retry-after: 007                                                            | 7000
            retry-after: 3600                                                           | 3600000
            retry-after: Sun, 22 Nov 2026 10:00:30 GMT                                  | 30000
            retry-after: Sunday, 22-Nov-26 10:00:30 GMT                                 | 30000
            retry-after: Sun Nov 22 10:00:30 2026                                       | 30000
            retry-after: Wed Dec  2 10:00:00 2026                                       | 864000000
            retry-after: 2; retry-after: 57; retry-after: 3                             | 57000
            retry-after: junk; retry-after: 4                                           | 4000
            retry-after-ms: 1500; retry-after: 57                                       | 1500
            x-ms-retry-after-ms: 250; retry-after-ms: 1500; retry-after: 57             | 250
            x-ms-retry-after-ms: junk; retry-after: 57                                  | 57000
            date: Sun, 22 Nov 2026 09:00:00 GMT; retry-after: Sun, 22 Nov 2026 09:00:09 GMT | 9000
            date: junk; retry-after: Sun, 22 Nov 2026 10:00:09 GMT                      | 9000
            retry-after: 99999999999999999999999999                                     | 31622400000
            """)
    void readsTheTimeOfTheService(String headers, long millis) {
        assertThat(read(headers)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            content-length: 5                             | no time
            retry-after: -5                               | negative
            retry-after: 1.5                              | not whole
            retry-after: soon                             | no time
            retry-after: 57 seconds                       | no number
            retry-after: Sun, 22 Nov 2026 09:59:59 GMT    | past
            retry-after: Sun, 22 Nov 2026 10:00:00 GMT    | now
            retry-after: Mon, 22 Nov 2026 10:00:30 GMT    | no such weekday
            retry-after: ٥٧                               | not ASCII
            retry-after: 2026-11-22T10:00:30Z             | not an HTTP date
            """)
    void ignoresUnusableTimes(String headers, String why) {
        assertThat(read(headers)).as(why).isEmpty();
    }

    private static Optional<Duration> read(String headers) {
        Map<String, List<String>> values = Arrays.stream(headers.split("; "))
                .map(header -> header.split(": ", 2))
                .collect(Collectors.groupingBy(
                        header -> header[0], Collectors.mapping(header -> header[1], Collectors.toList())));
        return new RetryAfter(HttpHeaders.of(values, (name, value) -> true), NOW).read();
    }
}
