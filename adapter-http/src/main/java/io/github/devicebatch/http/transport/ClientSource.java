package io.github.devicebatch.http.transport;

import java.net.http.HttpClient;
import java.util.function.UnaryOperator;

/** Where the HTTP clients come from. */
public sealed interface ClientSource {

    /** Clients of our own, which can be replaced and are shut down after use. */
    record Own(HttpClients clients) implements ClientSource {}

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
    }
}
