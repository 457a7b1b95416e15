package io.github.devicebatch.testkit.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.stream.Collectors;

/** A client of a fake that sends and reads bytes over a TCP socket. A read fails after 30 seconds. */
public record RawClient(Socket socket) implements AutoCloseable {

    public static RawClient of(FakePartnerCenter partnerCenter) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), partnerCenter.baseUrl().getPort());
        socket.setSoTimeout(30_000);
        return new RawClient(socket);
    }

    public RawClient send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        return this;
    }

    public RawClient requestStatus(BatchReference batch) throws IOException {
        return send(statusRequest("GET", batch, "HTTP/1.1"));
    }

    public static String statusRequest(String method, BatchReference batch, String version) {
        String headers = Client.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        return method + " " + Client.path(batch) + " " + version + "\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    /** Closes the sending half, which the fake treats as a disconnect, and reads to the end. */
    public String closeOutputAndReadAll() throws IOException {
        socket.shutdownOutput();
        return readAll();
    }

    public String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /** Reads {@code length} bytes, or fewer if the connection ends before. */
    public String read(int length) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(length);
        return new String(bytes, ISO_8859_1);
    }

    /** Reads the bytes of one read of the socket. */
    public String readSegment() throws IOException {
        byte[] bytes = new byte[65_536];
        int length = socket.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, length), ISO_8859_1);
    }

    public String readHead() throws IOException {
        return readHead("");
    }

    /** Returns a complete head of which {@code beginning} was read already. */
    public String readHead(String beginning) throws IOException {
        StringBuilder head = new StringBuilder(beginning);
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append(read(1));
        }
        return head.toString();
    }

    /** Reads one response with {@code Content-Length}. */
    public String readResponse() throws IOException {
        String head = readHead();
        return head + read(Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1")));
    }

    /** Returns whether nothing arrives and the connection stays open for 20 ms. */
    public boolean receivesNothing() throws IOException {
        socket.setSoTimeout(20);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        } finally {
            socket.setSoTimeout(30_000);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
