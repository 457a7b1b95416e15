package io.github.devicebatch.http.support;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * An HTTP/2 server over TLS on a free port of 127.0.0.1, which answers each request with any frames. It reads no header of a
 * request. For faults that neither nginx nor an HTTP/1.1 server can be made to have. Thread-safe.
 */
public final class Http2Server implements AutoCloseable {

    private static final int PREFACE_LENGTH = 24;

    private final ServerSocket listener;
    private final SSLContext tls;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile Script script;

    private Http2Server(ServerSocket listener, SSLContext tls, Script script) {
        this.listener = listener;
        this.tls = tls;
        this.script = script;
    }

    /** What the server does when a request has come. */
    @FunctionalInterface
    public interface Script {

        /** Answers the request on {@code stream}. */
        void answer(Connection connection, int stream) throws IOException;
    }

    /** Starts a server. */
    public static Http2Server start(TestCertificate certificate, Script script) {
        try {
            var server = new Http2Server(
                    new ServerSocket(0, 64, InetAddress.getByName("127.0.0.1")), certificate.showing(), script);
            Thread.ofVirtual().start(server::accept);
            return server;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Replaces what the server does. */
    public void setScript(Script other) {
        script = other;
    }

    /** Returns the number of connections accepted so far. */
    public int accepted() {
        return accepted.get();
    }

    public URI uri() {
        return URI.create("https://127.0.0.1:" + listener.getLocalPort());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                accepted.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (SSLSocket secure = secure(socket)) {
            new Connection(socket, secure).serve();
        } catch (IOException ended) {
            // ignored: one of the two sides ended the connection
        } finally {
            open.remove(socket);
        }
    }

    private SSLSocket secure(Socket socket) throws IOException {
        SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secure.setUseClientMode(false);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        secure.setSSLParameters(parameters);
        return secure;
    }

    /** A type of frame (RFC 9113, section 6). */
    public enum Frame {
        DATA,
        HEADERS,
        PRIORITY,
        RST_STREAM,
        SETTINGS,
        PUSH_PROMISE,
        PING,
        GOAWAY,
        WINDOW_UPDATE,
        CONTINUATION
    }

    /** A connection, and the frames that a script sends over it. */
    public final class Connection {

        private static final int ACK = 1;
        private static final int END_STREAM = 1;
        private static final int END_HEADERS = 4;

        private final Socket socket;
        private final SSLSocket secure;

        private Connection(Socket socket, SSLSocket secure) {
            this.socket = socket;
            this.secure = secure;
        }

        private void serve() throws IOException {
            DataInputStream input = new DataInputStream(secure.getInputStream());
            input.readFully(new byte[PREFACE_LENGTH]);
            frame(Frame.SETTINGS, 0, 0, new byte[0]);
            while (true) {
                int length = input.readUnsignedByte() << 16 | input.readUnsignedShort();
                int type = input.readUnsignedByte();
                int flags = input.readUnsignedByte();
                int stream = input.readInt();
                byte[] payload = new byte[length];
                input.readFully(payload);
                receive(type, flags, stream, payload);
            }
        }

        private void receive(int type, int flags, int stream, byte[] payload) throws IOException {
            if (type == Frame.SETTINGS.ordinal() && flags == 0) {
                frame(Frame.SETTINGS, ACK, 0, new byte[0]);
            } else if (type == Frame.PING.ordinal() && flags == 0) {
                frame(Frame.PING, ACK, 0, payload);
            } else if (type == Frame.HEADERS.ordinal()) {
                script.answer(this, stream);
            }
        }

        /** Sends a frame. */
        public void frame(Frame type, int flags, int stream, byte[] payload) throws IOException {
            frame(type.ordinal(), flags, stream, payload.length, payload);
        }

        /** Sends a frame of any type that says to have any length. */
        public void frame(int type, int flags, int stream, int length, byte[] payload) throws IOException {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.writeBytes(new byte[] {(byte) (length >> 16), (byte) (length >> 8), (byte) length});
            frame.writeBytes(new byte[] {(byte) type, (byte) flags});
            frame.writeBytes(integers(stream));
            frame.writeBytes(payload);
            send(frame.toByteArray());
        }

        /** Sends any bytes. */
        public void send(byte[] bytes) throws IOException {
            secure.getOutputStream().write(bytes);
            secure.getOutputStream().flush();
        }

        /** Sends the headers of a response. */
        public void headers(int stream, boolean isLast, Map<String, String> headers) throws IOException {
            ByteArrayOutputStream block = new ByteArrayOutputStream();
            headers.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(header -> block.writeBytes(field(header.getKey(), header.getValue())));
            frame(Frame.HEADERS, END_HEADERS | (isLast ? END_STREAM : 0), stream, block.toByteArray());
        }

        /** Sends a response of type JSON. */
        public void response(int stream, String status, byte[] body) throws IOException {
            headers(stream, false, Map.of(":status", status, "content-type", "application/json"));
            data(stream, true, body);
        }

        /** Sends a part of a body. */
        public void data(int stream, boolean isLast, byte[] bytes) throws IOException {
            frame(Frame.DATA, isLast ? END_STREAM : 0, stream, bytes);
        }

        /** Ends a stream with an error code (RFC 9113, section 7). */
        public void resetStream(int stream, int code) throws IOException {
            frame(Frame.RST_STREAM, 0, stream, integers(code));
        }

        /** Announces the end of the connection. Streams above {@code lastStream} were not processed. */
        public void goAway(int lastStream, int code) throws IOException {
            frame(Frame.GOAWAY, 0, 0, integers(lastStream, code));
        }

        /** Ends the connection: FIN, without a word of TLS. */
        public void close() throws IOException {
            socket.close();
        }

        /** Resets the connection. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    /** Returns big-endian integers of 32 bits. */
    public static byte[] integers(int... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int value : values) {
            bytes.writeBytes(
                    new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
        }
        return bytes.toByteArray();
    }

    /** Returns a literal header field without indexing (RFC 7541, 6.2.2). Name and value are shorter than 127 bytes. */
    private static byte[] field(String name, String value) {
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        field.write(0);
        for (String text : new String[] {name, value}) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            field.write(bytes.length);
            field.writeBytes(bytes);
        }
        return field.toByteArray();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Closeable socket : open) {
                socket.close();
            }
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }

    @Override
    public String toString() {
        return "HTTP/2 server at " + uri();
    }
}
