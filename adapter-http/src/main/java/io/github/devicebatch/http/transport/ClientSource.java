package io.github.devicebatch.http.transport;

import java.net.http.HttpClient;

/** Where the HTTP clients come from. */
public sealed interface ClientSource {

    /** Clients of our own, which can be replaced and are shut down after use. */
    record Own(HttpClients clients) implements ClientSource {}

    /** The one client of a caller, who closes it. */
    record Callers(HttpClient client) implements ClientSource {}
}
