package io.github.devicebatch.testkit.tls;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The protocol layer between TCP and HTTP. Implementations are thread-safe. */
@FunctionalInterface
public interface SocketLayer {

    /** No layer: HTTP over plain TCP. */
    SocketLayer NONE = connection -> connection;

    /**
     * Returns the socket that carries HTTP. Closing it closes {@code connection}.
     *
     * @throws IOException if the handshake fails
     */
    Socket wrap(Socket connection) throws IOException;

    /** Returns the server side of TLS 1.2 and 1.3. */
    static SocketLayer tls(SSLContext context) {
        return connection -> {
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(connection, null, true);
            socket.setUseClientMode(false);
            socket.startHandshake();
            return socket;
        };
    }
}
