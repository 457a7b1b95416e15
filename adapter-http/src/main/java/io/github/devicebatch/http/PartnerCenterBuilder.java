package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Describes how to reach Partner Center. Every method gives a new description and leaves the old one as it was.
 *
 * <p>Only {@link #tokens} must be said; the rest has defaults. Thread-safe.
 */
public final class PartnerCenterBuilder {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final BaseUrl baseUrl;
    private AccessTokenSource tokens;
    private Duration attemptTimeout = Duration.ofSeconds(15);
    private RequestHeaders headers = RequestHeaders.DEFAULT;
    private Supplier<UUID> correlationIds = UUID::randomUUID;
    private Optional<HttpClient> httpClient = Optional.empty();
    private InstantSource time = InstantSource.system();

    PartnerCenterBuilder(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    /**
     * Takes the access tokens from {@code source}.
     *
     * @param source supplies a valid token before every attempt
     * @return the new description
     */
    public PartnerCenterBuilder tokens(AccessTokenSource source) {
        requireNonNull(source, "source");
        return with(copy -> copy.tokens = source);
    }

    /**
     * Gives one attempt at most {@code timeout}, from connecting to the last byte of the body. 15 seconds by default.
     *
     * @param timeout the most time
     * @return the new description
     * @throws IllegalArgumentException if {@code timeout} is not positive
     */
    public PartnerCenterBuilder attemptTimeout(Duration timeout) {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("an attempt takes more time than " + timeout);
        }
        return with(copy -> copy.attemptTimeout = timeout);
    }

    /**
     * Asks for descriptions in the language of {@code tag}, through {@code X-Locale}. {@code en-US} by default.
     *
     * @param tag a BCP 47 language tag, such as {@code de-DE} or {@code sr-Latn-RS}
     * @return the new description
     * @throws IllegalArgumentException if {@code tag} is no well-formed BCP 47 tag
     */
    public PartnerCenterBuilder locale(String tag) {
        return with(copy -> copy.headers = copy.headers.withLocale(tag));
    }

    /**
     * Sends {@code id} as {@code MS-CorrelationId} of every question, so that vendor support finds them together. A new one
     * for each question by default.
     *
     * @param id the id
     * @return the new description
     */
    public PartnerCenterBuilder correlationId(UUID id) {
        requireNonNull(id, "id");
        return with(copy -> copy.correlationIds = () -> id);
    }

    /**
     * Names the caller's application to the service, through {@code MS-PartnerCenter-Application}. Not sent by default.
     *
     * @param name the name: visible ASCII and spaces
     * @return the new description
     * @throws IllegalArgumentException if {@code name} is blank or has any other character
     */
    public PartnerCenterBuilder applicationName(String name) {
        return with(copy -> copy.headers = copy.headers.withApplicationName(name));
    }

    /**
     * Sends through the caller's own client, which stays the caller's to close. Its connect timeout, proxy, TLS and
     * executor are taken as they are. By default a client of our own: it connects within 5 seconds, never follows a
     * redirect, and is closed by {@link PartnerCenter#close}.
     *
     * @param client the client
     * @return the new description
     * @throws IllegalArgumentException if {@code client} follows redirects, because the token would go along
     */
    public PartnerCenterBuilder httpClient(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "the client follows redirects, which would carry the access token elsewhere; build it with Redirect.NEVER");
        }
        return with(copy -> copy.httpClient = Optional.of(client));
    }

    /**
     * Reads the time from {@code source}, to measure how long questions take and to read dates. The system's clock by
     * default.
     *
     * @param source tells the time
     * @return the new description
     */
    public PartnerCenterBuilder time(InstantSource source) {
        requireNonNull(source, "source");
        return with(copy -> copy.time = source);
    }

    /**
     * Makes the Partner Center that was described. Nothing is sent yet.
     *
     * @return a Partner Center to keep, and to close at the end
     * @throws IllegalStateException if {@link #tokens} was not said
     */
    public PartnerCenter build() {
        if (tokens == null) {
            throw new IllegalStateException("say where access tokens come from: tokens(…)");
        }
        HttpClient client = httpClient.orElseGet(PartnerCenterBuilder::ownClient);
        var query = new HttpBatchStatusQuery(
                tokens,
                correlationIds,
                new StatusRequest(baseUrl, headers),
                new HttpExchange(client, attemptTimeout),
                new AnswerReader(new BodyDecoder(), time),
                time);
        return new PartnerCenter(query, baseUrl, httpClient.isPresent() ? () -> {} : client::shutdownNow);
    }

    private static HttpClient ownClient() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    private PartnerCenterBuilder with(Consumer<PartnerCenterBuilder> change) {
        var copy = new PartnerCenterBuilder(baseUrl);
        copy.tokens = tokens;
        copy.attemptTimeout = attemptTimeout;
        copy.headers = headers;
        copy.correlationIds = correlationIds;
        copy.httpClient = httpClient;
        copy.time = time;
        change.accept(copy);
        return copy;
    }
}
