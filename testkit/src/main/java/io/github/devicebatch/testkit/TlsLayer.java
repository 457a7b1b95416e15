package io.github.devicebatch.testkit;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** TLS 1.2 and 1.3, as the JDK speaks it. */
record TlsLayer(SSLContext context) implements Layer {

    @Override
    public Socket over(Socket connection) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(connection, null, true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }
}
