package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import jakarta.json.Json;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The error responses of the token endpoint (RFC 6749, section 5.2, with the vendor's members). Their ids are counted, so
 * that repeated test runs see the same ids. Thread-safe.
 */
final class OAuthErrorResponse {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long TRACE = 0x5E70_0000_0000_4003L;
    private static final long CORRELATION = 0x5E70_0000_0000_4004L;

    private final TokenSettings settings;
    private final InstantSource time;
    private final AtomicLong errors = new AtomicLong();

    OAuthErrorResponse(TokenSettings settings, InstantSource time) {
        this.settings = settings;
        this.time = time;
    }

    HttpReply of(OAuthException error, TokenRequest request) {
        long number = errors.incrementAndGet();
        String trace = id(TRACE, number);
        String correlation = id(CORRELATION, number);
        String timestamp = TIMESTAMP.format(time.instant());
        String repeated = settings.repeatsCredentials() ? " " + String.join(" ", request.secrets()) : "";
        String description = String.format(
                Locale.ROOT,
                "AADSTS%d: %s%s Trace ID: %s Correlation ID: %s Timestamp: %s",
                error.code(),
                error.description(),
                repeated,
                trace,
                correlation,
                timestamp);
        String json = Json.createObjectBuilder()
                .add("error", error.error())
                .add("error_description", description)
                .add("error_codes", Json.createArrayBuilder().add(error.code()))
                .add("timestamp", timestamp)
                .add("trace_id", trace)
                .add("correlation_id", correlation)
                .add("error_uri", "https://login.microsoftonline.com/error?code=" + error.code())
                .build()
                .toString();
        return Reply.json(error.status(), json).withHeader("Cache-Control", "no-store, no-cache");
    }

    private static String id(long kind, long number) {
        return new UUID(kind, 0x8000_0000_0000_0000L | number).toString();
    }
}
