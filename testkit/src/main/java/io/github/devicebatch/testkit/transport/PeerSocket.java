package io.github.devicebatch.testkit.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Notices that the client leaves while the fake is silent. Whatever the client says in the meantime is passed over. Used
 * by one thread.
 */
public final class PeerSocket {

    private final Socket socket;

    /** Watches the TCP connection itself, also where TLS goes over it. */
    public PeerSocket(Socket socket) {
        this.socket = socket;
    }

    /** Returns when the client has closed the connection, or its sending half. */
    public void awaitEnd() throws IOException {
        socket.setSoTimeout(0);
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Lets {@code pause} pass, at least a millisecond of it, and tells whether the client is still there. */
    boolean lasts(Duration pause) throws IOException {
        int patience = socket.getSoTimeout();
        try {
            return staysUntil(System.nanoTime() + pause.toNanos());
        } finally {
            socket.setSoTimeout(patience);
        }
    }

    private boolean staysUntil(long end) throws IOException {
        InputStream input = socket.getInputStream();
        byte[] passedOver = new byte[1_024];
        try {
            do {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                socket.setSoTimeout(Math.clamp(left, 1, Integer.MAX_VALUE));
            } while (input.read(passedOver) >= 0);
            return false;
        } catch (SocketTimeoutException stillThere) {
            return true;
        }
    }
}
