package io.github.devicebatch.http.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a proxy for a tunnel and gives the tunnel up at once, to learn what the proxy answers. For any answer but 407, the
 * JDK's client throws an exception that has the status in its text only, and no headers.
 *
 * @param proxy the proxy; its name is looked up if it is not resolved
 * @param authorization the value of {@code Proxy-Authorization}, which is a secret
 */
public record ProxyProbe(InetSocketAddress proxy, Optional<String> authorization) {

    private static final int LONGEST_HEAD = 64 << 10;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");

    /** What a proxy answers. */
    public sealed interface Answer {

        /** It opens the tunnel. */
        record Tunnel() implements Answer {}

        /**
         * It answers with another status than 2xx.
         *
         * @param status the status
         * @param headers the headers
         */
        record Declined(int status, HttpHeaders headers) implements Answer {}

        /**
         * It can't be reached, or what it sends is no answer.
         *
         * @param failure why
         */
        record None(IOException failure) implements Answer {}
    }

    /**
     * Asks for a tunnel.
     *
     * @param host where to; IPv6 in brackets
     * @param port the port there
     * @param timeout the most time for connecting and the head of the answer
     * @throws InterruptedException if the calling thread is interrupted; the connection is closed
     */
    public Answer ask(String host, int port, Duration timeout) throws InterruptedException {
        try (Socket socket = new Socket()) {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            // On a thread of its own, because a name lookup and a read can't be interrupted.
            Thread.ofVirtual().name("proxy-probe").start(() -> complete(answer, socket, host + ":" + port));
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return new Answer.None(new SocketTimeoutException("no answer within " + timeout.toMillis() + " ms"));
        } catch (ExecutionException failed) {
            return new Answer.None(
                    failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause()));
        } catch (IOException unclosable) {
            return new Answer.None(unclosable);
        }
    }

    private void complete(CompletableFuture<Answer> answer, Socket socket, String target) {
        try {
            socket.connect(new InetSocketAddress(proxy.getHostString(), proxy.getPort()));
            String login = authorization
                    .map(value -> "Proxy-Authorization: " + value + "\r\n")
                    .orElse("");
            String request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + login + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            answer.complete(read(head(socket.getInputStream())));
        } catch (IOException | RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
    }

    /** Reads octet by octet as far as the empty line: what follows belongs to the tunnel. */
    private static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        int line = 0;
        for (int octet = input.read(); octet >= 0; octet = input.read()) {
            head.append((char) octet);
            if (octet == '\n' && line == 0) {
                return head.toString();
            }
            line = octet == '\n' ? 0 : octet == '\r' ? line : line + 1;
            if (head.length() > LONGEST_HEAD) {
                throw new ProtocolException("the head of the answer is longer than " + LONGEST_HEAD + " octets");
            }
        }
        throw new EOFException("the connection ended within the head of the answer");
    }

    private static Answer read(String head) throws ProtocolException {
        List<String> lines = Arrays.asList(head.split("\r?\n"));
        Matcher statusLine = STATUS_LINE.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!statusLine.matches()) {
            throw new ProtocolException("the answer does not begin with a status line of HTTP/1");
        }
        int status = Integer.parseInt(statusLine.group(1));
        return status / 100 == 2
                ? new Answer.Tunnel()
                : new Answer.Declined(status, headers(lines.subList(1, lines.size())));
    }

    /** A line that is no header is passed over: the status is enough to know what the proxy thinks. */
    private static HttpHeaders headers(List<String> lines) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line : lines) {
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                headers.computeIfAbsent(header.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(header.group(2));
            }
        }
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    /** Returns the proxy, without the login. */
    @Override
    public String toString() {
        return "ProxyProbe[" + proxy.getHostString() + ":" + proxy.getPort() + "]";
    }
}
