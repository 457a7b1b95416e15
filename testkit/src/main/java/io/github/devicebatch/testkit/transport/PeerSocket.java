package io.github.devicebatch.testkit.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Detector of a peer that closes the connection; it discards bytes that arrive meanwhile. Not thread-safe. */
final class PeerSocket {

    private final Socket socket;

    /** Creates a detector on the TCP socket, which is also below TLS. */
    PeerSocket(Socket socket) {
        this.socket = socket;
    }

    /** Waits until the peer has closed the connection or its sending half. */
    void awaitClose() throws IOException {
        socket.setSoTimeout(0);
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Waits for {@code pause}, at least 1 ms, and returns whether the peer has kept the connection open. */
    boolean staysOpen(Duration pause) throws IOException {
        int timeout = socket.getSoTimeout();
        try {
            return staysOpenUntil(System.nanoTime() + pause.toNanos());
        } finally {
            socket.setSoTimeout(timeout);
        }
    }

    private boolean staysOpenUntil(long deadline) throws IOException {
        InputStream input = socket.getInputStream();
        byte[] discarded = new byte[1_024];
        try {
            do {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                socket.setSoTimeout(Math.clamp(left, 1, Integer.MAX_VALUE));
            } while (input.read(discarded) >= 0);
            return false;
        } catch (SocketTimeoutException open) {
            return true;
        }
    }
}
