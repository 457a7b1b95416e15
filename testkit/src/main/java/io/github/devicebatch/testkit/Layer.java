package io.github.devicebatch.testkit;

import java.io.IOException;
import java.net.Socket;

/** What goes over a TCP connection before HTTP does. Implementations are thread-safe. */
@FunctionalInterface
interface Layer {

    /** Nothing: HTTP goes over TCP itself. */
    Layer NONE = connection -> connection;

    /** Gives the socket to speak HTTP over; closing it closes {@code connection}. */
    Socket over(Socket connection) throws IOException;
}
