package io.github.devicebatch.testkit.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.stream.Collectors;

/** Sends and reads bytes as they are. A read that lasts half a minute fails. */
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

    public RawClient ask(BatchReference batch) throws IOException {
        return send(question("GET", batch, "HTTP/1.1"));
    }

    public static String question(String method, BatchReference batch, String version) {
        String headers = Client.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        return method + " " + Client.path(batch) + " " + version + "\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    /** Says that nothing more will be sent, which the fake takes for leaving, and reads to the end. */
    public String leaveAndReadAll() throws IOException {
        socket.shutdownOutput();
        return readAll();
    }

    public String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /** Reads as many bytes as that, and fails if the connection ends before. */
    public String read(int length) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(length);
        return new String(bytes, ISO_8859_1);
    }

    /** Reads what comes next, as far as it comes in one segment. */
    public String readSegment() throws IOException {
        byte[] bytes = new byte[65_536];
        int length = socket.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, length), ISO_8859_1);
    }

    public String readHead() throws IOException {
        return readHead("");
    }

    /** Reads the rest of a head that has begun. */
    public String readHead(String beginning) throws IOException {
        StringBuilder head = new StringBuilder(beginning);
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append(read(1));
        }
        return head.toString();
    }

    /** Reads a response that says how long it is, and nothing behind it. */
    public String readResponse() throws IOException {
        String head = readHead();
        return head + read(Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1")));
    }

    /** Tells whether the server neither sends nor ends anything for a moment. */
    public boolean hearsNothing() throws IOException {
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
