package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.Header;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The headers that the service adds to every response. Its ids differ from those of the request, because clients must not
 * rely on an echo; they are numbered, so that every test run has the same ones. Thread-safe.
 */
final class ServiceHeaders {

    /** The IMF-fixdate of RFC 9110: its day has two digits, unlike the JDK's format of RFC 1123. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final long REQUEST = 0x5E70_0000_0000_4001L;
    private static final long CORRELATION = 0x5E70_0000_0000_4002L;

    private final InstantSource time;
    private final AtomicLong responses = new AtomicLong();

    ServiceHeaders(InstantSource time) {
        this.time = time;
    }

    /** Returns the headers of the next response. */
    List<Header> next() {
        long number = responses.incrementAndGet();
        return List.of(
                new Header("MS-CorrelationId", id(CORRELATION, number)),
                new Header("MS-RequestId", id(REQUEST, number)),
                new Header("MS-CV", "FakePartnerCenter." + number),
                new Header("MS-ServerId", "1"),
                new Header("Date", DATE.format(time.instant())));
    }

    private static String id(long prefix, long number) {
        return new UUID(prefix, 0x8000_0000_0000_0000L | number).toString();
    }
}
