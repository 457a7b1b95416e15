package io.github.devicebatch.http.query;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.transport.BaseUrl;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts the question into HTTP.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-the-status-of-a-device-batch-upload">Get
 *     the status of a device batch upload</a>
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/headers">Partner Center REST headers</a>
 */
public record StatusRequestFactory(BaseUrl baseUrl, RequestHeaders headers) {

    public HttpRequest about(BatchReference batch, AccessToken token, QueryContext question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(baseUrl.batchJobStatus(batch))
                .GET()
                .version(baseUrl.isSecure() ? Version.HTTP_2 : Version.HTTP_1_1)
                .header("Authorization", token.authorization())
                .header("Accept", "application/json")
                .header("User-Agent", "devicebatch")
                .header("MS-RequestId", question.requestId().toString())
                .header("MS-CorrelationId", question.correlationId().toString())
                .header("MS-Contract-Version", "v1")
                .header("X-Locale", headers.locale());
        headers.applicationName().ifPresent(name -> request.header("MS-PartnerCenter-Application", name));
        return request.build();
    }

    /** The headers that are the same for every question, checked so that nothing can be smuggled into them. */
    public record RequestHeaders(String locale, Optional<String> applicationName) {

        public static final RequestHeaders DEFAULT = new RequestHeaders("en-US", Optional.empty());

        private static final String HEADER_TEXT = "[!-~]([ -~]{0,254}[!-~])?";

        public RequestHeaders withLocale(String tag) {
            try {
                new Locale.Builder().setLanguageTag(tag);
            } catch (IllformedLocaleException illFormed) {
                throw new IllegalArgumentException(
                        "not a BCP 47 language tag such as en-US: it fails at position " + illFormed.getErrorIndex(),
                        illFormed);
            }
            return new RequestHeaders(checked("locale", tag), applicationName);
        }

        public RequestHeaders withApplicationName(String name) {
            return new RequestHeaders(locale, Optional.of(checked("application name", name)));
        }

        private static String checked(String what, String value) {
            if (!value.matches(HEADER_TEXT)) {
                throw new IllegalArgumentException(
                        "the " + what + " is 1 to 256 visible ASCII characters and spaces, not " + value.length()
                                + " characters with others among them");
            }
            return value;
        }
    }
}
