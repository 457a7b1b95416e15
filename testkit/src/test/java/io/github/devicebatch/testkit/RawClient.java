package io.github.devicebatch.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.devicebatch.domain.BatchReference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.stream.Collectors;

/** Sends and reads bytes as they are. A read that lasts half a minute fails. */
record RawClient(Socket socket) implements AutoCloseable {

    static RawClient of(FakePartnerCenter partnerCenter) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), partnerCenter.baseUrl().getPort());
        socket.setSoTimeout(30_000);
        return new RawClient(socket);
    }

    RawClient send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        return this;
    }

    RawClient ask(BatchReference batch) throws IOException {
        return send(question("GET", batch, "HTTP/1.1"));
    }

    static String question(String method, BatchReference batch, String version) {
        String headers = Client.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        return method + " " + Client.path(batch) + " " + version + "\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    /** Says that nothing more will be sent, which the fake takes for leaving, and reads to the end. */
    String leaveAndReadAll() throws IOException {
        socket.shutdownOutput();
        return readAll();
    }

    String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /** Reads as many bytes as that, and fails if the connection ends before. */
    String read(int length) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(length);
        return new String(bytes, ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
