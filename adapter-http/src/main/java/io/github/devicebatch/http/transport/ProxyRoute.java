package io.github.devicebatch.http.transport;

import io.github.devicebatch.application.UnavailabilityCause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The proxy on the way to the server, if there is one: sends the login, and finds out what the proxy answered. */
record ProxyRoute(ConnectionPool pool) {

    private static final int HTTPS_PORT = 443;
    private static final Duration MAX_PROBE = Duration.ofSeconds(5);

    /** Returns {@code request} with the login of the proxy, if it goes through one. The JDK does not send it to the server. */
    HttpRequest authorize(HttpRequest request) {
        Optional<String> login = pool.proxyAuthorization();
        return login.isEmpty() || pool.proxyFor(request.uri()).isEmpty()
                ? request
                : HttpRequest.newBuilder(request, (name, value) -> true)
                        .setHeader("Proxy-Authorization", login.get())
                        .build();
    }

    /** Reads a response to {@code https} without TLS, which can only be the proxy's. The JDK hands over 407 so. */
    Optional<HttpSender.Result> readRefusal(HttpResponse<?> response) {
        if (!BaseUrl.isSecure(response.uri()) || response.sslSession().isPresent()) {
            return Optional.empty();
        }
        return pool.proxyFor(response.uri()).map(proxy -> declined(proxy, response.statusCode(), response.headers()));
    }

    private HttpSender.Result declined(InetSocketAddress proxy, int status, HttpHeaders headers) {
        return new HttpSender.Result.ProxyDeclined(new ProxyRefusal(
                proxy, status, headers, pool.proxyAuthorization().isPresent()));
    }

    /** Checks whether there is a proxy on the way to {@code target} that may have made an exchange fail. */
    boolean isConcerned(URI target, TransportFailure failure) {
        return failure.canBeOfProxy() && pool.proxyFor(target).isPresent();
    }

    /**
     * Asks the proxy on the way to {@code target} for a tunnel, to learn whether it is the proxy that failed.
     *
     * @return what the proxy did; empty if there is none, or it opens the tunnel, or {@code failure} can't be the proxy's
     */
    Optional<HttpSender.Result> diagnose(URI target, TransportFailure failure, Duration left)
            throws InterruptedException {
        Optional<InetSocketAddress> proxy = failure.canBeOfProxy() ? pool.proxyFor(target) : Optional.empty();
        if (proxy.isEmpty() || !left.isPositive()) {
            return Optional.empty();
        }
        var probe = new ProxyProbe(proxy.get(), pool.proxyAuthorization());
        Duration limit = left.compareTo(MAX_PROBE) < 0 ? left : MAX_PROBE;
        return switch (probe.ask(target.getHost(), target.getPort() < 0 ? HTTPS_PORT : target.getPort(), limit)) {
            case ProxyProbe.Answer.Tunnel tunnel -> Optional.empty();
            case ProxyProbe.Answer.Declined(var status, var headers) ->
                Optional.of(declined(proxy.get(), status, headers));
            case ProxyProbe.Answer.None(var reason) ->
                Optional.of(new HttpSender.Result.ProxyFailed(
                        UnavailabilityCause.UNREACHABLE, name(proxy.get()) + describe(reason)));
        };
    }

    private static String describe(IOException failure) {
        return switch (failure) {
            case UnknownHostException unknown -> " is not known: its name could not be resolved";
            case SocketTimeoutException late -> " did not answer in time";
            case ConnectException refused -> " refused the connection";
            default -> " gave no answer in HTTP";
        };
    }

    /** Returns a proxy's name for messages. */
    static String name(InetSocketAddress proxy) {
        return "the proxy " + proxy.getHostString() + ":" + proxy.getPort();
    }
}
