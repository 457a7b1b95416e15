package io.github.devicebatch.http.auth;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.json.BodyDecoder;
import io.github.devicebatch.http.json.DeviceAuthorizationResponse;
import io.github.devicebatch.http.json.TokenResponse;
import io.github.devicebatch.http.json.UnreadableBodyException;
import io.github.devicebatch.http.transport.ConnectionPool;
import io.github.devicebatch.http.transport.HttpSender;
import io.github.devicebatch.http.transport.HttpStatusCategory;
import io.github.devicebatch.http.transport.ProxyRefusal;
import io.github.devicebatch.http.transport.RetryAfter;
import io.github.devicebatch.http.transport.ServerTextSanitizer;
import io.github.devicebatch.http.transport.UserAgent;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Client of the identity platform's endpoints. It sends each form once and turns every refusal and failure into a
 * {@link TokenException} whose text is free of the secrets that were sent. Thread-safe.
 */
final class TokenEndpointClient {

    private static final int MAX_BODY_BYTES = 1 << 20;

    private final TokenEndpoint endpoint;
    private final BodyDecoder decoder = new BodyDecoder();

    TokenEndpointClient(TokenEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    TokenEndpoint endpoint() {
        return endpoint;
    }

    /**
     * Sends a form.
     *
     * @param path the path of the endpoint
     * @param headers additional headers
     * @param form the form, URL-encoded
     * @return the body of a successful response
     * @throws TokenException if there is none
     */
    byte[] post(String path, Map<String, String> headers, String form) throws InterruptedException {
        HttpRequest request = request(path, headers, form);
        return switch (send(request)) {
            case HttpSender.Result.Answered(var response) -> body(response, FormSecrets.in(form));
            case HttpSender.Result.TooLong tooLong -> throw failing("its response is longer than 1 MiB");
            case HttpSender.Result.NoMemory(var detail) ->
                throw TokenException.unavailable(UnavailabilityCause.FAILING, Party.CLIENT, detail);
            case HttpSender.Result.Failed(var cause, var detail) ->
                throw TokenException.unavailable(cause, Party.IDENTITY_PLATFORM, detail);
            case HttpSender.Result.ProxyFailed(var cause, var detail) ->
                throw TokenException.unavailable(cause, Party.PROXY, detail);
            case HttpSender.Result.ProxyDeclined(var refusal) -> throw declined(refusal);
            case HttpSender.Result.HeldBack(var tooLate) ->
                throw TokenException.unavailable(tooLate.cause(), tooLate.party(), tooLate.detail());
            case HttpSender.Result.NotSent(var cause, var detail) ->
                throw TokenException.unavailable(cause, Party.CLIENT, detail);
        };
    }

    private TokenException declined(ProxyRefusal refusal) {
        return refusal.transientCause()
                .map(cause -> new TokenException(new TokenException.Failure.Unavailable(
                        cause,
                        Party.PROXY,
                        refusal.detail(),
                        new RetryAfter(refusal.headers(), endpoint.wallClock().instant()).read())))
                .orElseGet(() -> TokenException.refused(Party.PROXY, refusal.fault()));
    }

    private HttpRequest request(String path, Map<String, String> headers, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        endpoint.authority().endpoint(path))
                .version(endpoint.authority().isSecure() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofString(form));
        headers.forEach(request::setHeader);
        return request.setHeader("User-Agent", UserAgent.of(Optional.empty()))
                .setHeader("Accept", "application/json")
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .build();
    }

    /** Uses a new client for each exchange unless the caller has one, because a token source is never closed. */
    private HttpSender.Result send(HttpRequest request) throws InterruptedException {
        Duration timeout = endpoint.exchangeTimeout();
        try (ConnectionPool pool = new ConnectionPool(endpoint.clients())) {
            return new HttpSender(pool, timeout, MAX_BODY_BYTES).send(request, QueryContext.limit(timeout));
        } catch (UncheckedIOException noDescriptor) {
            return HttpSender.Result.NotSent.NO_DESCRIPTOR;
        }
    }

    private byte[] body(HttpSender.Response response, FormSecrets secrets) {
        HttpStatusCategory category = HttpStatusCategory.of(response.statusCode());
        if (category == HttpStatusCategory.ANSWER) {
            return response.body();
        }
        if (category == HttpStatusCategory.REDIRECT) {
            throw failing("a redirect (HTTP " + response.statusCode() + "), which is never followed");
        }
        if (category == HttpStatusCategory.UNEXPECTED) {
            throw failing("HTTP " + response.statusCode() + ", which it never answers");
        }
        Fault fault = fault(response, secrets);
        throw category.transientCause()
                .map(cause -> unavailable(cause, response, fault))
                .orElseGet(() -> refusal(fault, response));
    }

    /** The platform reports some failures that may pass with the status of a refusal. */
    private TokenException refusal(Fault fault, HttpSender.Response response) {
        String error = fault.code().orElse("");
        if (error.equals("temporarily_unavailable") || error.equals("server_error")) {
            return unavailable(UnavailabilityCause.FAILING, response, fault);
        }
        return TokenException.refused(
                Party.IDENTITY_PLATFORM,
                fault.equals(Fault.UNEXPLAINED)
                        ? new Fault(Optional.empty(), Optional.of(detail(response, fault)))
                        : fault);
    }

    private TokenException unavailable(UnavailabilityCause cause, HttpSender.Response response, Fault fault) {
        return new TokenException(new TokenException.Failure.Unavailable(
                cause,
                Party.IDENTITY_PLATFORM,
                detail(response, fault),
                new RetryAfter(response.headers(), endpoint.wallClock().instant()).read()));
    }

    private Fault fault(HttpSender.Response response, FormSecrets secrets) {
        Fault fault = decoder.fault(response.body());
        return new ServerTextSanitizer(secrets::redactedFrom)
                .clean(new Fault(fault.code(), fault.description().map(TokenEndpointClient::oneLine)));
    }

    private static String oneLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String detail(HttpSender.Response response, Fault fault) {
        return "HTTP " + response.statusCode() + (fault.equals(Fault.UNEXPLAINED) ? "" : ", " + fault);
    }

    /**
     * Decodes a successful response of the token endpoint.
     *
     * @throws TokenException if it is malformed
     */
    TokenResponse token(byte[] body) {
        return decode(body, decoder::token);
    }

    /**
     * Decodes a successful response of the device authorization endpoint.
     *
     * @throws TokenException if it is malformed
     */
    DeviceAuthorizationResponse deviceCode(byte[] body) {
        return decode(body, decoder::deviceCode);
    }

    private static <T> T decode(byte[] body, Function<byte[], T> decoding) {
        try {
            return decoding.apply(body);
        } catch (UnreadableBodyException unreadable) {
            throw failing("its answer can't be trusted: " + unreadable.getMessage());
        }
    }

    static TokenException failing(String detail) {
        return TokenException.unavailable(UnavailabilityCause.FAILING, Party.IDENTITY_PLATFORM, detail);
    }

    /** The secrets in a form, which the identity platform may echo. */
    private record FormSecrets(List<Secret> secrets) {

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
            return Optional.ofNullable(equals < 0 ? null : FIELDS.get(field.substring(0, equals)))
                    .flatMap(name -> Optional.of(URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8))
                            .filter(text -> !text.isEmpty())
                            .map(text -> Secret.sent(name, text)));
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
