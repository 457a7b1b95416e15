package io.github.devicebatch.testkit.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.tls.SocketLayer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server with two connections at most, over real sockets. */
@Timeout(30)
class ConnectionSlotsTest {

    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch slow = new CountDownLatch(2);
    private final HttpServer server = HttpServer.start(
            0,
            SocketLayer.NONE,
            request -> {
                if (request.path().equals("/slow")) {
                    slow.countDown();
                    await(release);
                }
                return Reply.empty(204);
            },
            List::of,
            2);
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        release.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String statusLine(Socket socket) throws IOException {
        String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        return line == null ? "closed" : line;
    }

    private Socket served() throws IOException {
        Socket socket = connect();
        send(socket, "/");
        assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 204 No Content");
        return socket;
    }

    @Test
    void theConnectionThatIsIdleForLongestIsClosed() throws IOException {
        Socket first = served();
        Socket second = served();

        served();

        assertThat(statusLine(first)).isEqualTo("closed");
        send(second, "/");
        assertThat(statusLine(second)).isEqualTo("HTTP/1.1 204 No Content");
    }

    @Test
    void manyConnectionsInARowAreServed() throws IOException {
        for (int count = 0; count < 50; count++) {
            served();
        }
        assertThat(server.acceptedConnections()).isEqualTo(50);
    }

    @Test
    void oneThatHasSentNothingIsIdleToo() throws IOException {
        Socket silent = connect();
        served();

        served();

        assertThat(statusLine(silent)).isEqualTo("closed");
    }

    @Test
    void aBusyConnectionIsKept() throws Exception {
        Socket first = connect();
        Socket second = connect();
        send(first, "/slow");
        send(second, "/slow");
        slow.await();
        Socket third = connect();
        send(third, "/");

        release.countDown();

        assertThat(statusLine(first)).isEqualTo("HTTP/1.1 204 No Content");
        assertThat(statusLine(second)).isEqualTo("HTTP/1.1 204 No Content");
        assertThat(statusLine(third)).isEqualTo("HTTP/1.1 204 No Content");
    }
}
