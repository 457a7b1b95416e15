package io.github.devicebatch.testkit.transport;

import io.github.devicebatch.testkit.http.Header;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.tls.SocketLayer;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The server side of one persistent connection: it reads and answers requests until either side closes it. */
final class HttpConnection implements Runnable {

    /** The timeout of a read in or between requests; longer than the idle timeout of common HTTP clients. */
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(2);

    private static final int DRAIN_LIMIT = 1_024 * 1_024;
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(1);

    private final int number;
    private final Socket socket;
    private final SocketLayer layer;
    private final Function<Request, Reply> handler;
    private final Supplier<List<Header>> defaultHeaders;
    private final ConnectionSlots slots;

    HttpConnection(
            int number,
            Socket socket,
            SocketLayer layer,
            Function<Request, Reply> handler,
            Supplier<List<Header>> defaultHeaders,
            ConnectionSlots slots) {
        this.number = number;
        this.socket = socket;
        this.layer = layer;
        this.handler = handler;
        this.defaultHeaders = defaultHeaders;
        this.slots = slots;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(IDLE_TIMEOUT.toMillis()));
            try (Socket http = layer.wrap(socket)) {
                serve(http);
            }
        } catch (IOException disconnected) {
            // The client has closed the connection: there is nothing left to send.
        }
    }

    private void serve(Socket http) throws IOException {
        RequestReader requests = new RequestReader(number, http.getInputStream(), http.getOutputStream());
        ReplyWriter replies = new ReplyWriter(socket, http, defaultHeaders);
        try {
            Optional<Request> request = next(requests);
            while (request.isPresent() && replies.write(handler.apply(request.get()), request.get())) {
                request = next(requests);
            }
        } catch (RequestReader.UnacceptableRequestException unacceptable) {
            replies.write(unacceptable.reply());
            drain(http);
        }
    }

    /** Reads the next request. The connection is idle until its first byte arrives. */
    private Optional<Request> next(RequestReader requests)
            throws IOException, RequestReader.UnacceptableRequestException {
        slots.idle(socket);
        try {
            requests.awaitInput();
        } finally {
            slots.busy(socket);
        }
        return requests.read();
    }

    /** Reads what the client still sends: closing a socket with unread bytes would reset it and discard the reply. */
    private void drain(Socket http) throws IOException {
        http.shutdownOutput();
        socket.setSoTimeout(Math.toIntExact(DRAIN_TIMEOUT.toMillis()));
        http.getInputStream().readNBytes(DRAIN_LIMIT);
    }
}
