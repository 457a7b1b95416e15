package io.github.devicebatch.http.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy on a free port of 127.0.0.1 that answers every request with the same bytes and closes the connection. For answers
 * that a real proxy can't be made to give.
 */
public final class ScriptedProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final byte[] answer;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private ScriptedProxy(ServerSocket listener, String answer) {
        this.listener = listener;
        this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Starts a proxy.
     *
     * @param answer status line, headers, an empty line and the body, each line ended by CR LF
     * @return the running proxy
     */
    public static ScriptedProxy answering(String answer) {
        try {
            ScriptedProxy proxy =
                    new ScriptedProxy(new ServerSocket(0, 64, InetAddress.getByName("127.0.0.1")), answer);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            heads.add(head(socket.getInputStream()));
            socket.getOutputStream().write(answer);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // ignored: the client ended the connection
        }
    }

    private static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int octet = input.read(); octet >= 0; octet = input.read()) {
            head.append((char) octet);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    /** Returns the heads of the requests until now: request line and headers. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** Returns the address of the proxy. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }

    @Override
    public String toString() {
        return "scripted proxy at " + address();
    }
}
