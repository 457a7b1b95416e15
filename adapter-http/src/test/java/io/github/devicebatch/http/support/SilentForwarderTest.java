package io.github.devicebatch.http.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilentForwarderTest {

    private ServerSocket echo;
    private SilentForwarder forwarder;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
        forwarder = SilentForwarder.to((InetSocketAddress) echo.getLocalSocketAddress());
    }

    @AfterEach
    void close() throws IOException {
        forwarder.close();
        echo.close();
    }

    @Test
    void forwardsBothWays() throws IOException {
        try (Socket socket = connect()) {
            assertThat(echoed(socket)).isEqualTo('a');
            assertThat(forwarder.accepted()).isEqualTo(1);
        }
    }

    @Test
    void isSilentOnPresentConnectionsAndForwardsLaterOnes() throws IOException {
        try (Socket silenced = connect()) {
            assertThat(echoed(silenced)).isEqualTo('a');
            forwarder.silenceConnections();
            silenced.setSoTimeout(50);
            assertThatThrownBy(() -> echoed(silenced)).isInstanceOf(SocketTimeoutException.class);
            try (Socket later = connect()) {
                assertThat(echoed(later)).isEqualTo('a');
            }
        }
    }

    @Test
    void endsPresentConnections() throws IOException {
        try (Socket socket = connect()) {
            assertThat(echoed(socket)).isEqualTo('a');
            forwarder.closeConnections();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void endsPresentConnectionsAtTheNextRequest() throws IOException {
        try (Socket socket = connect()) {
            assertThat(echoed(socket)).isEqualTo('a');
            forwarder.closeConnectionsAtNextRequest();
            assertThat(echoed(socket)).isEqualTo(-1);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getByName("127.0.0.1"), forwarder.port());
    }

    private static int echoed(Socket socket) throws IOException {
        socket.getOutputStream().write('a');
        return socket.getInputStream().read();
    }

    private void accept() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread.ofVirtual().start(() -> echo(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void echo(Socket socket) {
        try (socket) {
            InputStream input = socket.getInputStream();
            for (int octet = input.read(); octet >= 0; octet = input.read()) {
                socket.getOutputStream().write(octet);
            }
        } catch (IOException gone) {
            // ignored: the other end closed
        }
    }
}
