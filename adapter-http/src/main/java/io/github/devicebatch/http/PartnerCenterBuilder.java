package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.http.auth.BearerTokens;
import io.github.devicebatch.http.context.QueryContext;
import io.github.devicebatch.http.context.SendGuard;
import io.github.devicebatch.http.event.QueryListener;
import io.github.devicebatch.http.query.AnswerReader;
import io.github.devicebatch.http.query.HttpBatchStatusQuery;
import io.github.devicebatch.http.query.StatusRequestFactory;
import io.github.devicebatch.http.transport.BaseUrl;
import io.github.devicebatch.http.transport.ConnectionPool;
import io.github.devicebatch.http.transport.HttpSender;
import io.github.devicebatch.http.transport.MemoryBoundSender;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Builder of a {@link PartnerCenter}. Every method returns a new builder and leaves this one unchanged.
 *
 * <p>Only {@link #tokens} is required; the rest has defaults. Thread-safe.
 */
public final class PartnerCenterBuilder {

    private final BaseUrl baseUrl;
    private @Nullable AccessTokenSource tokens;
    private Duration attemptTimeout = Duration.ofSeconds(15);
    private StatusRequestFactory requests;
    private Supplier<UUID> correlationIds = QueryContext.Factory::randomId;
    private ConnectionSettings connections = ConnectionSettings.DEFAULT;
    private InstantSource time = MonotonicClock.startingNow();
    private InstantSource wallClock = InstantSource.system();
    private Pause pause = Thread::sleep;
    private RetrySettings retries = RetrySettings.DEFAULT;
    private CircuitBreakerSettings circuitBreaker = CircuitBreakerSettings.DEFAULT;
    private RateLimitSettings rateLimit = RateLimitSettings.DEFAULT;
    private MemoryBudget memory = MemoryBudget.ofProcess();
    private QueryListener listener = QueryListener.NONE;
    private LongUnaryOperator random = bound -> ThreadLocalRandom.current().nextLong(bound + 1);

    PartnerCenterBuilder(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
        this.requests = new StatusRequestFactory(baseUrl);
    }

    /**
     * Sets the source of access tokens.
     *
     * @param source supplies a valid token before every attempt
     */
    public PartnerCenterBuilder tokens(AccessTokenSource source) {
        requireNonNull(source, "source");
        return with(copy -> copy.tokens = source);
    }

    /**
     * Limits the time of one attempt, from connecting to the last byte of the body. 15 seconds by default.
     *
     * @param timeout the longest time; positive, at most a day
     * @throws IllegalArgumentException if {@code timeout} is not positive or above a day
     */
    public PartnerCenterBuilder attemptTimeout(Duration timeout) {
        Validation.requirePositive("attemptTimeout", timeout);
        return with(copy -> copy.attemptTimeout = timeout);
    }

    /**
     * Sets the language of the service's descriptions, sent as {@code X-Locale}. {@code en-US} by default.
     *
     * @param tag a BCP 47 language tag, such as {@code de-DE} or {@code sr-Latn-RS}
     * @throws IllegalArgumentException if {@code tag} is no well-formed BCP 47 tag
     */
    public PartnerCenterBuilder locale(String tag) {
        return with(copy -> copy.requests = copy.requests.withLocale(tag));
    }

    /**
     * Sets the {@code MS-CorrelationId} of every query, so that vendor support finds them together. By default each query has
     * a new one.
     *
     * @param id the id
     */
    public PartnerCenterBuilder correlationId(UUID id) {
        requireNonNull(id, "id");
        return with(copy -> copy.correlationIds = () -> id);
    }

    /**
     * Sets the name of the caller's application, sent as {@code MS-PartnerCenter-Application} and as comment of
     * {@code User-Agent}. Not sent by default.
     *
     * @param name the name: visible ASCII and spaces
     * @throws IllegalArgumentException if {@code name} is blank or has any other character
     */
    public PartnerCenterBuilder applicationName(String name) {
        return with(copy -> copy.requests = copy.requests.withApplicationName(name));
    }

    /**
     * Sends through the caller's own client, which the caller closes. Its connect timeout, proxy, TLS and executor are used as
     * they are. The default client connects within 5 seconds, never follows a redirect, and is closed by
     * {@link PartnerCenter#close}.
     *
     * @param client the client
     * @throws IllegalArgumentException if {@code client} follows redirects, which would send the token to another host
     */
    public PartnerCenterBuilder httpClient(HttpClient client) {
        return httpClient(client, UnaryOperator.identity());
    }

    /**
     * Sends through the caller's own client, as {@link #httpClient(HttpClient)}, with the caller's context, such as its trace.
     *
     * @param context called on the thread that asks with each exchange, which then runs on another; returns it with the context
     */
    public PartnerCenterBuilder httpClient(HttpClient client, UnaryOperator<Runnable> context) {
        ConnectionSettings changed = connections.withHttpClient(client, context);
        return with(copy -> copy.connections = changed);
    }

    /**
     * Connects through a proxy, or without one. By default the JVM's {@link java.net.ProxySelector} decides. Not together with
     * {@link #httpClient}.
     *
     * @param settings the proxy and its exceptions, or {@link ProxySettings#none()}
     */
    public PartnerCenterBuilder proxy(ProxySettings settings) {
        requireNonNull(settings, "settings");
        return with(copy -> copy.connections = copy.connections.withProxy(settings));
    }

    /**
     * Sets the certificate authorities that the server's certificate may come from. {@link TrustSettings#system()} by default.
     * Not together with {@link #httpClient}.
     *
     * @param settings the authorities
     */
    public PartnerCenterBuilder trust(TrustSettings settings) {
        requireNonNull(settings, "settings");
        return with(copy -> copy.connections = copy.connections.withTrust(settings));
    }

    /**
     * Reads the time from {@code source} and waits by {@code pause}. By default a {@link MonotonicClock} and
     * {@link Thread#sleep}, so that a change of the system's clock changes no wait; dates that the service names are compared to
     * the system's clock.
     *
     * @param source the clock, also for the dates that the service names
     * @param pause waits until {@code source} has advanced
     */
    public PartnerCenterBuilder time(InstantSource source, Pause pause) {
        return time(source, pause, source);
    }

    /**
     * Reads the time from two clocks and waits by {@code pause}.
     *
     * @param source the clock of waits, deadlines and lifetimes
     * @param pause waits until {@code source} has advanced
     * @param wallClock the clock for the dates that the service names
     */
    public PartnerCenterBuilder time(InstantSource source, Pause pause, InstantSource wallClock) {
        requireNonNull(source, "source");
        requireNonNull(pause, "pause");
        requireNonNull(wallClock, "wallClock");
        return with(copy -> {
            copy.time = source;
            copy.pause = pause;
            copy.wallClock = wallClock;
        });
    }

    /**
     * Sets number, delays, deadline and budget of retries. {@link RetrySettings#DEFAULT} by default.
     *
     * @param settings the settings
     */
    public PartnerCenterBuilder retries(RetrySettings settings) {
        requireNonNull(settings, "settings");
        return with(copy -> copy.retries = settings);
    }

    /**
     * Sets when nothing is sent to a failing service. {@link CircuitBreakerSettings#DEFAULT} by default.
     *
     * @param settings the settings
     */
    public PartnerCenterBuilder circuitBreaker(CircuitBreakerSettings settings) {
        requireNonNull(settings, "settings");
        return with(copy -> copy.circuitBreaker = settings);
    }

    /**
     * Sets the limit on attempts per time. {@link RateLimitSettings#DEFAULT} by default.
     *
     * @param settings the settings, or {@link RateLimitSettings#NONE}
     */
    public PartnerCenterBuilder rateLimit(RateLimitSettings settings) {
        requireNonNull(settings, "settings");
        return with(copy -> copy.rateLimit = settings);
    }

    /**
     * Bounds the memory of long answers. {@link MemoryBudget#ofProcess()} by default.
     *
     * @param budget the budget, which several Partner Centers may share
     */
    public PartnerCenterBuilder memory(MemoryBudget budget) {
        requireNonNull(budget, "budget");
        return with(copy -> copy.memory = budget);
    }

    /**
     * Sets the listener for the events of all queries. None by default.
     *
     * @param listener receives the events
     */
    public PartnerCenterBuilder listener(QueryListener listener) {
        requireNonNull(listener, "listener");
        return with(copy -> copy.listener = listener);
    }

    /** Sets a listener for attempts alone, in place of one for all events. */
    public PartnerCenterBuilder listener(AttemptListener listener) {
        return listener((QueryListener) listener);
    }

    /** Sets the source of random delays; it returns a number from 0 to its argument, both included. */
    PartnerCenterBuilder random(LongUnaryOperator random) {
        return with(copy -> copy.random = random);
    }

    /**
     * Builds the Partner Center. Nothing is sent yet.
     *
     * @return a Partner Center to keep, and to close at the end
     * @throws IllegalStateException if {@link #tokens} was not called; if {@link #httpClient} was called together with
     *     {@link #proxy} or {@link #trust}; if the JVM's trust store can't be used; or if the proxy has a login and this JVM
     *     was not started with {@code -Djdk.http.auth.tunneling.disabledSchemes=}
     */
    public PartnerCenter build() {
        AccessTokenSource source = tokens;
        if (source == null) {
            throw new IllegalStateException("no source of access tokens; call tokens(…)");
        }
        var pool = new ConnectionPool(connections.clientsFor(baseUrl.uri()));
        QueryContext.Factory contexts = contexts();
        QueryStack stack = stack();
        Function<SendGuard, BatchStatusQuery> attempt = guard -> new HttpBatchStatusQuery(
                contexts,
                new BearerTokens(stack.reportingSupplier(source)),
                requests,
                new MemoryBoundSender(
                        new HttpSender(pool, attemptTimeout, AnswerReader.MAX_BODY_BYTES), memory.memory()),
                guard,
                new AnswerReader(time, wallClock),
                listener);
        return new PartnerCenter(stack.decorate(attempt, contexts), baseUrl, pool::close);
    }

    QueryContext.Factory contexts() {
        return new QueryContext.Factory(time, correlationIds, retries.questionTimeout());
    }

    QueryStack stack() {
        return new QueryStack(retries, circuitBreaker, rateLimit, listener, random, time, pause);
    }

    private PartnerCenterBuilder with(Consumer<PartnerCenterBuilder> change) {
        var copy = new PartnerCenterBuilder(baseUrl);
        copy.tokens = tokens;
        copy.attemptTimeout = attemptTimeout;
        copy.requests = requests;
        copy.correlationIds = correlationIds;
        copy.connections = connections;
        copy.time = time;
        copy.pause = pause;
        copy.wallClock = wallClock;
        copy.retries = retries;
        copy.circuitBreaker = circuitBreaker;
        copy.rateLimit = rateLimit;
        copy.memory = memory;
        copy.listener = listener;
        copy.random = random;
        change.accept(copy);
        return copy;
    }
}
