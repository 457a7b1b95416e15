package io.github.devicebatch.http.support;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/** An HTTP client without a network: it hands over what it is given, also what the JDK's client would never hand over. */
public final class ScriptedHttpClient extends HttpClient {

    private final Supplier<ScriptedExchange> exchanges;
    private final Optional<ProxySelector> proxy;

    /**
     * Creates a client.
     *
     * @param exchanges called for each request
     * @param proxy what the client says about its proxy
     */
    public ScriptedHttpClient(Supplier<ScriptedExchange> exchanges, Optional<ProxySelector> proxy) {
        this.exchanges = exchanges;
        this.proxy = proxy;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> responseBodyHandler) {
        return switch (exchanges.get()) {
            case ScriptedExchange.Response(var status, var headers, var body, var secure) -> {
                var session = secure ? Optional.of(session()) : Optional.<SSLSession>empty();
                yield body.map(bytes -> read(bytes, responseBodyHandler.apply(new Info(status, headers))))
                        .orElseGet(() -> CompletableFuture.completedFuture(null))
                        .thenApply(read -> new Response<>(request, status, headers, read, session));
            }
            case ScriptedExchange.Stalled(var status) -> {
                responseBodyHandler.apply(new Info(status, HttpHeaders.of(Map.of(), (name, value) -> true)));
                yield new CompletableFuture<>();
            }
            case ScriptedExchange.Failed(var failure) -> CompletableFuture.failedFuture(failure);
            case ScriptedExchange.Thrown(var failure) -> throw unchecked(failure);
        };
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    private static <T> CompletableFuture<T> read(byte[] body, HttpResponse.BodySubscriber<T> subscriber) {
        boolean[] cancelled = {false};
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                // ignored: all is there
            }

            @Override
            public void cancel() {
                cancelled[0] = true;
            }
        });
        subscriber.onNext(List.of(ByteBuffer.wrap(body)));
        if (!cancelled[0]) {
            subscriber.onComplete();
        }
        return subscriber.getBody().toCompletableFuture();
    }

    private static SSLSession session() {
        try {
            return SSLContext.getDefault().createSSLEngine().getSession();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Info(int statusCode, HttpHeaders headers) implements HttpResponse.ResponseInfo {

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    private record Response<T>(
            HttpRequest request, int statusCode, HttpHeaders headers, T body, Optional<SSLSession> sslSession)
            implements HttpResponse<T> {

        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return request.uri();
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return sendAsync(request, handler).join();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return proxy;
    }

    @Override
    public SSLContext sslContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SSLParameters sslParameters() {
        return new SSLParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }
}
