package io.github.devicebatch.http.query;

import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.event.QueryEvent.RequestEnded;
import io.github.devicebatch.http.transport.BaseUrl;
import io.github.devicebatch.http.transport.UserAgent;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Factory of status requests. Thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-the-status-of-a-device-batch-upload">Get
 *     the status of a device batch upload</a>
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/headers">Partner Center REST headers</a>
 */
public final class StatusRequestFactory {

    private static final String HEADER_TEXT = "[!-~]([ -~]{0,254}[!-~])?";

    private final BaseUrl baseUrl;
    private final String locale;
    private final Optional<String> applicationName;
    private final URI server;
    private final String pathTemplate;

    /** The parts that all requests share. It is copied and never changed. */
    private final HttpRequest.Builder shared;

    /** The parts that all requests with the latest token share, whose header takes long to check. */
    private volatile @Nullable Authorized latest;

    /**
     * A token with the parts that all requests with it share.
     *
     * @param shared is copied and never changed
     */
    private record Authorized(Secret token, HttpRequest.Builder shared) {}

    /** Creates a factory of requests in {@code en-US} without an application name. */
    public StatusRequestFactory(BaseUrl baseUrl) {
        this(baseUrl, "en-US", Optional.empty());
    }

    /**
     * Creates a factory.
     *
     * @param locale the value of {@code X-Locale}
     * @param applicationName the value of {@code MS-PartnerCenter-Application}, and the comment of {@code User-Agent}
     */
    private StatusRequestFactory(BaseUrl baseUrl, String locale, Optional<String> applicationName) {
        this.baseUrl = baseUrl;
        this.locale = locale;
        this.applicationName = applicationName;
        this.server = baseUrl.server();
        this.pathTemplate = baseUrl.batchJobStatusTemplate();
        this.shared = HttpRequest.newBuilder()
                .GET()
                .version(baseUrl.isSecure() ? Version.HTTP_2 : Version.HTTP_1_1)
                .header("Accept", "application/json")
                .header("User-Agent", UserAgent.of(applicationName))
                .header("MS-Contract-Version", "v1")
                .header("X-Locale", locale);
        applicationName.ifPresent(name -> shared.header("MS-PartnerCenter-Application", name));
    }

    /**
     * Returns a factory with another locale.
     *
     * @throws IllegalArgumentException if {@code tag} is not a well-formed BCP 47 tag
     */
    public StatusRequestFactory withLocale(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
        } catch (IllformedLocaleException illFormed) {
            throw new IllegalArgumentException(
                    "not a BCP 47 language tag such as en-US: it fails at position " + illFormed.getErrorIndex(),
                    illFormed);
        }
        return new StatusRequestFactory(baseUrl, headerText("locale", tag), applicationName);
    }

    /**
     * Returns a factory with another application name.
     *
     * @throws IllegalArgumentException if {@code name} is not 1 to 256 visible ASCII characters and spaces
     */
    public StatusRequestFactory withApplicationName(String name) {
        return new StatusRequestFactory(baseUrl, locale, Optional.of(headerText("application name", name)));
    }

    /** Accepts no control characters, which could add a header. */
    private static String headerText(String name, String value) {
        if (!value.matches(HEADER_TEXT)) {
            throw new IllegalArgumentException("the " + name + " is 1 to 256 visible ASCII characters and spaces, not "
                    + value.length() + " characters with others among them");
        }
        return value;
    }

    /** Returns the event that a request has ended, with what all requests have in common. */
    RequestEnded ended(OptionalInt status, Optional<UnavailabilityCause> failure, Duration elapsed) {
        return new RequestEnded("GET", server, pathTemplate, status, failure, elapsed);
    }

    /** Creates the request for a batch's status. */
    HttpRequest create(BatchReference batch, Secret token, QueryContext context) {
        return authorized(token)
                .copy()
                .uri(baseUrl.batchJobStatus(batch))
                .header("MS-RequestId", context.requestId().toString())
                .header("MS-CorrelationId", context.correlationId().toString())
                .build();
    }

    private HttpRequest.Builder authorized(Secret token) {
        Authorized known = latest;
        if (known == null || known.token() != token) {
            known = new Authorized(token, shared.copy().header("Authorization", token.bearer()));
            latest = known;
        }
        return known.shared();
    }
}
