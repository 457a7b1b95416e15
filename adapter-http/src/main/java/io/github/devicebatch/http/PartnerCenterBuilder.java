package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.auth.BearerTokens;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.json.BodyDecoder;
import io.github.devicebatch.http.query.AnswerReader;
import io.github.devicebatch.http.query.HttpBatchStatusQuery;
import io.github.devicebatch.http.query.StatusRequestFactory;
import io.github.devicebatch.http.resilience.CircuitBreakingQuery;
import io.github.devicebatch.http.resilience.ClockedCircuitBreaker;
import io.github.devicebatch.http.resilience.RateLimiter;
import io.github.devicebatch.http.resilience.RateLimitingQuery;
import io.github.devicebatch.http.resilience.RetryingQuery;
import io.github.devicebatch.http.transport.BaseUrl;
import io.github.devicebatch.http.transport.HttpSender;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
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
    private StatusRequestFactory.RequestHeaders headers = StatusRequestFactory.RequestHeaders.DEFAULT;
    private Supplier<UUID> correlationIds = QueryContext.Factory::randomId;
    private Optional<HttpClient> httpClient = Optional.empty();
    private InstantSource time = InstantSource.system();
    private Pause pause = Thread::sleep;
    private RetrySettings retries = RetrySettings.DEFAULT;
    private CircuitBreakerSettings circuitBreaker = CircuitBreakerSettings.DEFAULT;
    private RateLimitSettings rateLimit = RateLimitSettings.DEFAULT;
    private AttemptListener listener = (batch, attempt, answer, untilNext) -> {};
    private LongUnaryOperator random = bound -> ThreadLocalRandom.current().nextLong(bound + 1);

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
     * @param timeout the most time; positive, at most a day
     * @return the new description
     * @throws IllegalArgumentException if {@code timeout} is not positive or above a day
     */
    public PartnerCenterBuilder attemptTimeout(Duration timeout) {
        Validation.demandPositive("attemptTimeout", timeout);
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
     * Tells the time by {@code source} and waits through {@code pause}. By default the system's clock, and the calling thread
     * sleeps.
     *
     * @param source tells the time
     * @param pause lets time pass, by which {@code source} goes on
     * @return the new description
     */
    public PartnerCenterBuilder time(InstantSource source, Pause pause) {
        requireNonNull(source, "source");
        requireNonNull(pause, "pause");
        return with(copy -> {
            copy.time = source;
            copy.pause = pause;
        });
    }

    /**
     * Asks again as {@code settings} say. {@link RetrySettings#DEFAULT} by default.
     *
     * @param settings how often and for how long
     * @return the new description
     */
    public PartnerCenterBuilder retries(RetrySettings settings) {
        requireNonNull(settings, "settings");
        return with(copy -> copy.retries = settings);
    }

    /**
     * Leaves a failing service alone as {@code settings} say. {@link CircuitBreakerSettings#DEFAULT} by default.
     *
     * @param settings when, and for how long
     * @return the new description
     */
    public PartnerCenterBuilder circuitBreaker(CircuitBreakerSettings settings) {
        requireNonNull(settings, "settings");
        return with(copy -> copy.circuitBreaker = settings);
    }

    /**
     * Sends no more attempts in a time than {@code settings} say. {@link RateLimitSettings#DEFAULT} by default.
     *
     * @param settings how many in what time, or {@link RateLimitSettings#NONE}
     * @return the new description
     */
    public PartnerCenterBuilder rateLimit(RateLimitSettings settings) {
        requireNonNull(settings, "settings");
        return with(copy -> copy.rateLimit = settings);
    }

    /**
     * Tells {@code listener} of every attempt as it ends. Nobody is told by default.
     *
     * @param listener is told
     * @return the new description
     */
    public PartnerCenterBuilder listener(AttemptListener listener) {
        requireNonNull(listener, "listener");
        return with(copy -> copy.listener = listener);
    }

    /** Draws delays with {@code random}, which gives a number from 0 to the one it is given. */
    public PartnerCenterBuilder random(LongUnaryOperator random) {
        return with(copy -> copy.random = random);
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
        return new PartnerCenter(stack(client), baseUrl, httpClient.isPresent() ? () -> {} : client::shutdownNow);
    }

    private BatchStatusQuery stack(HttpClient client) {
        QueryContext.Factory questions = questions();
        return around(
                new HttpBatchStatusQuery(
                        questions,
                        new BearerTokens(tokens),
                        new StatusRequestFactory(baseUrl, headers),
                        new HttpSender(client, attemptTimeout),
                        new AnswerReader(new BodyDecoder(), time)),
                questions);
    }

    QueryContext.Factory questions() {
        return new QueryContext.Factory(time, correlationIds, retries.questionTimeout());
    }

    /** Stacks the whole policy around {@code attempt}. */
    BatchStatusQuery around(BatchStatusQuery attempt, QueryContext.Factory questions) {
        var limited = new RateLimitingQuery(attempt, new RateLimiter(rateLimit, time), time, pause);
        var guarded = new CircuitBreakingQuery(limited, new ClockedCircuitBreaker(circuitBreaker, time));
        return new RetryingQuery(guarded, retries, random, questions, pause, listener);
    }

    /** Keeps the JDK's own executor: on a cheaper one, looking up a name can outlast every deadline (decision 0013). */
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
        copy.pause = pause;
        copy.retries = retries;
        copy.circuitBreaker = circuitBreaker;
        copy.rateLimit = rateLimit;
        copy.listener = listener;
        copy.random = random;
        change.accept(copy);
        return copy;
    }
}
