package io.github.devicebatch.cli.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * HTTP proxy on a free port of 127.0.0.1 that opens every tunnel to the same server, or answers every request with the same
 * bytes.
 */
public final class TunnelProxy implements AutoCloseable {

    private static final String ESTABLISHED = "HTTP/1.1 200 Connection established\r\n\r\n";
    private static final String LOGIN_REQUIRED =
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n\r\n";

    private final ServerSocket listener;
    private final Optional<InetSocketAddress> server;
    private final String refusal;
    private final Optional<String> authorization;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private TunnelProxy(Optional<InetSocketAddress> server, String refusal, Optional<String> authorization) {
        this.server = server;
        this.refusal = refusal;
        this.authorization = authorization;
        try {
            this.listener = new ServerSocket(0, 64, InetAddress.getByName("127.0.0.1"));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Starts a proxy whose tunnels lead to {@code port} of 127.0.0.1, whatever the request names. */
    public static TunnelProxy to(int port) {
        return new TunnelProxy(Optional.of(new InetSocketAddress("127.0.0.1", port)), "", Optional.empty());
    }

    /** Starts a proxy as {@link #to} that demands {@code authorization} as the value of {@code Proxy-Authorization}. */
    public static TunnelProxy to(int port, String authorization) {
        return new TunnelProxy(
                Optional.of(new InetSocketAddress("127.0.0.1", port)), LOGIN_REQUIRED, Optional.of(authorization));
    }

    /** Starts a proxy that answers each request with {@code status}, such as {@code 403 Forbidden}, and a page. */
    public static TunnelProxy refusing(String status) {
        String page = "<html>blocked</html>";
        return new TunnelProxy(
                Optional.empty(),
                "HTTP/1.1 " + status + "\r\nContent-Length: " + page.length() + "\r\n\r\n" + page,
                Optional.empty());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            heads.add(head);
            boolean allowed = authorization
                    .map(value -> head.contains("\r\nProxy-Authorization: " + value + "\r\n"))
                    .orElse(true);
            if (server.isPresent() && allowed) {
                tunnel(client, server.get());
            } else {
                client.getOutputStream().write(refusal.getBytes(ISO_8859_1));
                client.shutdownOutput();
                client.getInputStream().readAllBytes();
            }
        } catch (IOException gone) {
            // ignored: a peer ended the connection
        }
    }

    private static void tunnel(Socket client, InetSocketAddress address) throws IOException {
        try (Socket server = new Socket(address.getAddress(), address.getPort())) {
            client.getOutputStream().write(ESTABLISHED.getBytes(ISO_8859_1));
            Thread.ofVirtual().start(() -> copy(server, client));
            copy(client, server);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // ignored: a peer ended the connection
        }
    }

    private static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = input.read();
            if (octet < 0) {
                break;
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    /** Returns the heads of the requests until now. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}
