package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class BlackHoleTest {

    @Test
    void neitherAcceptsNorRefusesConnections() {
        try (BlackHole hole = BlackHole.open()) {
            for (int number = 0; number < 3; number++) {
                assertThatThrownBy(() -> connect(hole.baseUrl())).isInstanceOf(SocketTimeoutException.class);
            }
        }
    }

    @Test
    void refusesConnectionsWhenClosed() {
        BlackHole hole = BlackHole.open();
        hole.close();
        assertThatThrownBy(() -> connect(hole.baseUrl())).isInstanceOf(ConnectException.class);
    }

    private static void connect(URI url) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), 50);
        }
    }
}
