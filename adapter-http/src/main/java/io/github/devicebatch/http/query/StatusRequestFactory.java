package io.github.devicebatch.http.query;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.transport.BaseUrl;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * Factory of status requests. Immutable.
 *
 * @param locale the value of {@code X-Locale}
 * @param applicationName the value of {@code MS-PartnerCenter-Application}
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-the-status-of-a-device-batch-upload">Get
 *     the status of a device batch upload</a>
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/headers">Partner Center REST headers</a>
 */
public record StatusRequestFactory(BaseUrl baseUrl, String locale, Optional<String> applicationName) {

    private static final String HEADER_TEXT = "[!-~]([ -~]{0,254}[!-~])?";

    /** Creates a factory of requests in {@code en-US} without an application name. */
    public StatusRequestFactory(BaseUrl baseUrl) {
        this(baseUrl, "en-US", Optional.empty());
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

    /** Creates the request for a batch's status. */
    HttpRequest create(BatchReference batch, Secret token, QueryContext context) {
        HttpRequest.Builder request = HttpRequest.newBuilder(baseUrl.batchJobStatus(batch))
                .GET()
                .version(baseUrl.isSecure() ? Version.HTTP_2 : Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token.reveal())
                .header("Accept", "application/json")
                .header("User-Agent", "devicebatch")
                .header("MS-RequestId", context.requestId().toString())
                .header("MS-CorrelationId", context.correlationId().toString())
                .header("MS-Contract-Version", "v1")
                .header("X-Locale", locale);
        applicationName.ifPresent(name -> request.header("MS-PartnerCenter-Application", name));
        return request.build();
    }
}
