package io.github.devicebatch.http.auth;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AccessTokenRefusedException;
import io.github.devicebatch.http.AccessTokenUnavailableException;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.json.BodyDecoder;
import io.github.devicebatch.http.json.UnreadableBodyException;
import io.github.devicebatch.http.transport.HttpSender;
import io.github.devicebatch.http.transport.HttpStatusCategory;
import io.github.devicebatch.http.transport.RetryAfter;
import io.github.devicebatch.http.transport.ServerTextSanitizer;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sends forms to the identity platform, each once, and judges what comes back before anyone else sees it: a refusal or a
 * failure ends here, with everything secret taken out of its words.
 */
public record TokenEndpointClient(IdentityPlatform platform, BodyDecoder decoder) {

    private static final int LONGEST_ANSWER = 1 << 20;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /**
     * Sends a form.
     *
     * @param path the endpoint
     * @param headers what to send along
     * @param form the form
     * @return the body of a successful answer
     * @throws AccessTokenException if there is none
     */
    byte[] post(String path, Map<String, String> headers, String form) throws InterruptedException {
        HttpRequest request = request(path, headers, form);
        return switch (sent(request)) {
            case HttpSender.Result.Answered(var response) -> body(response, FormSecrets.in(form));
            case HttpSender.Result.TooLong() -> throw failing("its answer is longer than any answer can be");
            case HttpSender.Result.Failed(var cause, var detail) -> throw unavailable(cause, detail, Optional.empty());
        };
    }

    private HttpRequest request(String path, Map<String, String> headers, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        platform.authority().endpoint(path))
                .version(platform.authority().isSecure() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofString(form));
        headers.forEach(request::setHeader);
        return request.setHeader("User-Agent", "devicebatch")
                .setHeader("Accept", "application/json")
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .build();
    }

    /** A client of our own lives for one exchange: they are an hour apart, and a source has no end at which to close it. */
    private HttpSender.Result sent(HttpRequest request) throws InterruptedException {
        if (platform.httpClient().isPresent()) {
            return sent(request, platform.httpClient().get());
        }
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        try {
            return sent(request, client);
        } finally {
            client.shutdownNow();
        }
    }

    private HttpSender.Result sent(HttpRequest request, HttpClient client) throws InterruptedException {
        Duration most = platform.exchangeTimeout();
        return new HttpSender(client, most, LONGEST_ANSWER).send(request, QueryContext.timeLeftOf(most));
    }

    private byte[] body(HttpResponse<byte[]> response, FormSecrets secrets) {
        int status = response.statusCode();
        return switch (HttpStatusCategory.of(status)) {
            case ANSWER -> response.body();
            case NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, REJECTED -> throw refusal(fault(response, secrets), response);
            case THROTTLED -> throw unavailable(UnavailabilityCause.THROTTLED, response, secrets);
            case FAILING -> throw unavailable(UnavailabilityCause.FAILING, response, secrets);
            case REDIRECT -> throw failing("a redirect (HTTP " + status + "), which is never followed");
            case UNEXPECTED -> throw failing("HTTP " + status + ", which it never answers");
        };
    }

    /** The platform may be out of order and say so with the status of a refusal. */
    private AccessTokenException refusal(Fault fault, HttpResponse<byte[]> response) {
        String error = fault.code().orElse("");
        if (error.equals("temporarily_unavailable") || error.equals("server_error")) {
            return unavailable(UnavailabilityCause.FAILING, words(response, fault), retryAfter(response));
        }
        return new AccessTokenRefusedException(
                fault.equals(Fault.UNEXPLAINED)
                        ? new Fault(Optional.empty(), Optional.of(prefixed(words(response, fault))))
                        : fault);
    }

    private AccessTokenUnavailableException unavailable(
            UnavailabilityCause cause, HttpResponse<byte[]> response, FormSecrets secrets) {
        return unavailable(cause, words(response, fault(response, secrets)), retryAfter(response));
    }

    private Fault fault(HttpResponse<byte[]> response, FormSecrets secrets) {
        Fault said = decoder.fault(response.body());
        return new ServerTextSanitizer(secrets::redactedFrom)
                .clean(new Fault(
                        said.code(), said.description().map(text -> text.replaceAll("\\s*[\\r\\n]\\s*", " "))));
    }

    private Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
        return new RetryAfter(response.headers(), platform.time().instant()).read();
    }

    private static String words(HttpResponse<byte[]> response, Fault fault) {
        return "HTTP " + response.statusCode() + (fault.equals(Fault.UNEXPLAINED) ? "" : ", " + fault);
    }

    /** Reads the body of a successful answer. */
    <T> T read(byte[] body, Function<byte[], T> reader) {
        try {
            return reader.apply(body);
        } catch (UnreadableBodyException unreadable) {
            throw failing("its answer can't be trusted: " + unreadable.getMessage());
        }
    }

    static AccessTokenUnavailableException failing(String detail) {
        return unavailable(UnavailabilityCause.FAILING, detail, Optional.empty());
    }

    private static AccessTokenUnavailableException unavailable(
            UnavailabilityCause cause, String detail, Optional<Duration> retryAfter) {
        return new AccessTokenUnavailableException(cause, prefixed(detail), retryAfter);
    }

    private static String prefixed(String detail) {
        return "the identity platform gave no access token: " + detail;
    }

    /** The secrets that a form carries to the identity platform, which may say them back. */
    record FormSecrets(List<Secret> secrets) {

        private static final Map<String, String> FIELDS = Map.of(
                "client_secret", "client secret",
                "client_assertion", "client assertion",
                "refresh_token", "refresh token",
                "device_code", "device code");

        static FormSecrets in(String form) {
            return new FormSecrets(Stream.of(form.split("&"))
                    .map(FormSecrets::secret)
                    .flatMap(Optional::stream)
                    .toList());
        }

        private static Optional<Secret> secret(String field) {
            int equals = field.indexOf('=');
            if (equals < 0 || !FIELDS.containsKey(field.substring(0, equals))) {
                return Optional.empty();
            }
            String value = URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8);
            return Optional.of(value)
                    .filter(text -> !text.isEmpty())
                    .map(text -> Secret.sent(FIELDS.get(field.substring(0, equals)), text));
        }

        String redactedFrom(String foreign) {
            String redacted = foreign;
            for (Secret secret : secrets) {
                redacted = secret.redactedFrom(redacted);
            }
            return redacted;
        }
    }
}
