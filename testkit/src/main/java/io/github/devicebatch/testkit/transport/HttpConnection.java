package io.github.devicebatch.testkit.transport;

import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.server.ServiceHeaders;
import io.github.devicebatch.testkit.tls.SocketLayer;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/** Serves one connection, request after request, until either side ends it. */
final class HttpConnection implements Runnable {

    /** How long a connection may say nothing, inside a request or between two; HTTP clients leave sooner by themselves. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How much of what a refused client still sends is read, so that it gets to see the refusal. */
    private static final int LEFTOVERS = 1_024 * 1_024;

    private static final Duration LEFTOVER_PATIENCE = Duration.ofSeconds(1);

    private final int number;
    private final Socket socket;
    private final SocketLayer layer;
    private final Responder responder;
    private final ServiceHeaders service;

    HttpConnection(int number, Socket socket, SocketLayer layer, Responder responder, ServiceHeaders service) {
        this.number = number;
        this.socket = socket;
        this.layer = layer;
        this.responder = responder;
        this.service = service;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            serve();
        } catch (IOException clientHasLeft) {
            // nobody is there any more to be told anything
        }
    }

    private void serve() throws IOException {
        try (Socket spoken = layer.over(socket)) {
            serve(spoken);
        }
    }

    private void serve(Socket spoken) throws IOException {
        RequestReader requests = new RequestReader(spoken.getInputStream(), spoken.getOutputStream());
        ReplyWriter replies = new ReplyWriter(socket, spoken, service);
        try {
            Optional<Request> request = requests.read();
            while (request.isPresent() && replies.write(responder.answer(request.get(), number), request.get())) {
                request = requests.read();
            }
        } catch (RequestReader.UnacceptableRequestException unacceptable) {
            replies.write(unacceptable.refusal().withHeader("Connection", "close"), Request.unread());
            passOverLeftovers(spoken);
        }
    }

    /** Reads on for a moment: a socket closed with bytes unread takes the refusal down with it. */
    private void passOverLeftovers(Socket spoken) throws IOException {
        spoken.shutdownOutput();
        socket.setSoTimeout(Math.toIntExact(LEFTOVER_PATIENCE.toMillis()));
        spoken.getInputStream().readNBytes(LEFTOVERS);
    }
}
