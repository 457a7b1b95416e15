package io.github.devicebatch.testkit.tls;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** What goes over a TCP connection before HTTP does. Implementations are thread-safe. */
@FunctionalInterface
public interface SocketLayer {

    /** Nothing: HTTP goes over TCP itself. */
    SocketLayer NONE = connection -> connection;

    /** Gives the socket to speak HTTP over; closing it closes {@code connection}. */
    Socket over(Socket connection) throws IOException;

    /** TLS 1.2 and 1.3, as the JDK speaks it. */
    record TlsLayer(SSLContext context) implements SocketLayer {

        @Override
        public Socket over(Socket connection) throws IOException {
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(connection, null, true);
            socket.setUseClientMode(false);
            socket.startHandshake();
            return socket;
        }
    }
}
