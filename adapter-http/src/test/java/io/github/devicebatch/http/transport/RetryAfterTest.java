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
import org.junit.jupiter.api.Test;
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
            retry-after-ms: 1500; retry-after: 57                                       | 57000
            retry-after-ms: 0; retry-after: 4                                           | 4000
            retry-after-ms: 5000; retry-after: 4                                        | 5000
            x-ms-retry-after-ms: 250; retry-after-ms: 1500; retry-after: 57             | 57000
            x-ms-retry-after-ms: 2500; retry-after-ms: 1500; retry-after: 1             | 2500
            x-ms-retry-after-ms: junk; retry-after: 57                                  | 57000
            retry-after: junk; retry-after-ms: 250                                      | 250
            retry-after: 2, 4                                                           | 4000
            retry-after: 4,2                                                            | 4000
            retry-after: , 2,, 4 ,                                                      | 4000
            retry-after-ms: 20, 40                                                      | 40
            retry-after: junk, 4                                                        | 4000
            retry-after: 4, Sun, 22 Nov 2026 10:00:30 GMT                               | 30000
            retry-after: Sun, 22 Nov 2026 10:00:30 GMT, 4, Sun, 22 Nov 2026 10:00:31 GMT | 31000
            retry-after: Sunday, 22-Nov-26 10:00:30 GMT, 40                             | 40000
            retry-after: 4.5                                                            | 4500
            retry-after: 1.5                                                            | 1500
            retry-after: .5                                                             | 500
            retry-after: 4.0                                                            | 4000
            retry-after: 4.0001                                                         | 4001
            retry-after: 4.000                                                          | 4000
            retry-after: 0.9999999999999999999999999                                    | 1000
            retry-after-ms: 1500.1                                                      | 1501
            retry-after-ms: 1500.0                                                      | 1500
            retry-after: Mon, 22 Nov 2026 10:00:30 GMT                                  | 30000
            retry-after: Monday, 22-Nov-26 10:00:30 GMT                                 | 30000
            retry-after: Mon Nov 22 10:00:30 2026                                       | 30000
            retry-after: 22 Nov 2026 10:00:30 GMT                                       | 30000
            retry-after: Sun, 22 Nov 2026 10:00:30 UTC                                  | 30000
            retry-after: Sun, 22 Nov 2026 10:00:30 UT                                   | 30000
            retry-after: Sun, 22 Nov 2026 10:00:30 Z                                    | 30000
            retry-after: Sun, 22 Nov 2026 10:00:30Z                                     | 30000
            retry-after: Sun, 22 Nov 2026 10:00:30 +0000                                | 30000
            retry-after: Sun, 22 Nov 2026 10:00:30 -0000                                | 30000
            retry-after: Sun, 22 Nov 2026 11:00:30 +0100                                | 30000
            retry-after: Sun, 22 Nov 2026 05:00:30 -0500                                | 30000
            retry-after: Sun, 22 Nov 2026 10:00:30                                      | 30000
            retry-after: sun, 22 nov 2026 10:00:30 gmt                                  | 30000
            retry-after: Sun, 22 Nov 26 10:00:30 GMT                                    | 30000
            retry-after: Sunday, 22-Nov-2026 10:00:30 GMT                               | 30000
            retry-after: Sun Nov 22 10:00:30 UTC 2026                                   | 30000
            retry-after: Sun, 22 Nov 2026 10:00:60 GMT                                  | 60000
            retry-after: Sun, 22 Nov 2026 10:01 GMT                                     | 60000
            retry-after: Thu, 31 Dec 2026 23:59:60 GMT                                  | 3420000000
            retry-after: Tue, 31 Nov 2026 10:00:00 GMT                                  | 777600000
            date: Mon, 22 Nov 2026 09:00:00 UTC; retry-after: Sun, 22 Nov 2026 09:00:60 GMT | 60000
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
            retry-after: 1.5.5                            | two points
            retry-after: .                                | no digit
            retry-after: 5.                               | no digit after the point
            retry-after: +5                               | signed
            retry-after: ,                                | two empty values
            retry-after: ,,-5,soon                        | none of four
            retry-after-ms: Sun, 22 Nov 2026 10:00:30 GMT | not in milliseconds
            retry-after: soon                             | no time
            retry-after: 57 seconds                       | no number
            retry-after: Sun, 22 Nov 2026 09:59:59 GMT    | past
            retry-after: Sun, 22 Nov 2026 10:00:00 GMT    | now
            retry-after: Sun, 22 Nov 2026 10:00:61 GMT    | no such second
            retry-after: Sun, 22 Nov 2026 10:60:00 GMT    | no such minute
            retry-after: Sun, 22 Nov 2026 24:00:00 GMT    | no such hour
            retry-after: Sun, 32 Nov 2026 10:00:30 GMT    | no such day
            retry-after: Sun, 0 Dec 2026 10:00:30 GMT     | no day zero
            retry-after: Sun, 22 Nev 2026 10:00:30 GMT    | no such month
            retry-after: Sun, 22 Nov 2026 10:00:30 CET    | unknown zone
            retry-after: Sun, 22 Nov 2026 10:00:30 +9900  | no such offset
            retry-after: ٥٧                               | not ASCII
            retry-after: 2026-11-22T10:00:30Z             | not an HTTP date
            """)
    void ignoresUnusableTimes(String headers, String why) {
        assertThat(read(headers)).as(why).isEmpty();
    }

    @Test
    void readsAValueAsLongAsAHeaderCanBe() {
        String digits = "0".repeat(300_000);
        assertThat(read("retry-after: " + digits)).contains(Duration.ZERO);
        assertThat(read("retry-after: " + digits + "." + digits + "1")).contains(Duration.ofMillis(1));
        assertThat(read("retry-after: 1" + digits)).contains(Duration.ofDays(366));
        assertThat(read("retry-after: " + "7,".repeat(100_000))).contains(Duration.ofSeconds(7));
    }

    private static Optional<Duration> read(String headers) {
        Map<String, List<String>> values = Arrays.stream(headers.split("; "))
                .map(header -> header.split(": ", 2))
                .collect(Collectors.groupingBy(
                        header -> header[0], Collectors.mapping(header -> header[1], Collectors.toList())));
        return new RetryAfter(HttpHeaders.of(values, (name, value) -> true), NOW).read();
    }
}
