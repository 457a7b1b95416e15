package io.github.devicebatch.http.transport;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the HTTP clients come from. */
public sealed interface ClientSource {

    /**
     * Returns a new client, or the caller's.
     *
     * @throws UncheckedIOException if the process has no file descriptor left
     */
    HttpClient client();

    /** Returns the value of {@code Proxy-Authorization} for tunnels, if there is a login of ours. It is a secret. */
    Optional<String> proxyAuthorization();

    /** Returns {@code exchange} with the caller's context of the current thread. */
    Runnable inContext(Runnable exchange);

    /** Clients of our own, which can be replaced and are shut down after use. */
    record Own(HttpClients clients) implements ClientSource {

        @Override
        public HttpClient client() {
            return clients.create();
        }

        @Override
        public Optional<String> proxyAuthorization() {
            return clients.proxyAuthorization();
        }

        @Override
        public Runnable inContext(Runnable exchange) {
            return exchange;
        }
    }

    /**
     * The one client of a caller, who closes it.
     *
     * @param context called on the thread that asks; returns the exchange with the context of that thread
     */
    record Callers(HttpClient client, UnaryOperator<Runnable> context) implements ClientSource {

        /** Creates a source whose exchanges have no context of the calling thread. */
        Callers(HttpClient client) {
            this(client, UnaryOperator.identity());
        }

        @Override
        public Optional<String> proxyAuthorization() {
            return Optional.empty();
        }

        @Override
        public Runnable inContext(Runnable exchange) {
            return context.apply(exchange);
        }
    }
}
