package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampParserTest {

    @ParameterizedTest
    @CsvSource({
        "2017-07-25T10:00:00,              2017-07-25T10:00:00Z",
        "2017-07-25T10:00:00Z,             2017-07-25T10:00:00Z",
        "2017-07-25T10:00:00-07:00,        2017-07-25T17:00:00Z",
        "2017-07-25T10:00:00.1,            2017-07-25T10:00:00.1Z",
        "2017-07-25T10:00:00.123,          2017-07-25T10:00:00.123Z",
        "2017-07-25T10:00:00.1234567Z,     2017-07-25T10:00:00.1234567Z",
        "2017-07-25T10:00:00.123456789,    2017-07-25T10:00:00.123456789Z",
        "2017-07-25T10:00:00.1234567-07:00,2017-07-25T17:00:00.1234567Z",
        "2017-07-25T10:00,                 2017-07-25T10:00:00Z",
        "2016-02-29T23:59:59,              2016-02-29T23:59:59Z",
        "0002-01-01T00:00:00Z,             0002-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z,             9999-12-31T23:59:59Z",
    })
    void readsEveryFormatOfTheVendor(String text, Instant instant) {
        assertThat(TimestampParser.parse(text)).contains(instant);
    }

    /** A formatter allocates 1.8 KB for a timestamp. */
    @ParameterizedTest
    @ValueSource(strings = {"2017-07-25T10:00:00", "2017-07-25T10:00:00Z", "1999-09-09T19:09:09Z"})
    void needsNoFormatterForTheDocumentedFormat(String text) {
        TimestampParser.parse(text);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int count = 0; count < 1_000; count++) {
            TimestampParser.parse(text);
        }

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isBetween(1L, 1_000L * 600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+14:00"})
    void readsTheYearOneAsMissing(String text) {
        assertThat(TimestampParser.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2017-07-25",
                "10:00:00",
                "2017-02-30T10:00:00",
                "2017-02-29T10:00:00Z",
                "2017-00-25T10:00:00",
                "2017-13-25T10:00:00",
                "2017-07-00T10:00:00",
                "2017-07-25T24:00:00",
                "2017-07-25T10:60:00",
                "2017-07-25T10:00:60Z",
                "2017-07-25T10:00:00ZZ",
                "2017-07-25T10:00:0\u0660",
                "2017/07/25T10:00:00",
                "-017-07-25T10:00:00",
                "+017-07-25T10:00:00",
                "2017-07-25T25:00:00",
                "2017-07-25 10:00:00",
                "2017-07-25T10:00:00.1234567890",
                "2017-07-25T10:00:00[Europe/Paris]",
                " 2017-07-25T10:00:00",
            })
    void rejectsOtherText(String text) {
        assertThatThrownBy(() -> TimestampParser.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
