package io.github.devicebatch.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** Does to one connection what a reply says. Used by one thread. */
final class ReplyWriter {

    private final Socket socket;
    private final ServiceHeaders service;

    ReplyWriter(Socket socket, ServiceHeaders service) {
        this.socket = socket;
        this.service = service;
    }

    /** Replies to {@code request} and tells whether the connection can take another one. */
    boolean write(Reply reply, Request request) throws IOException {
        return switch (reply) {
            case HttpReply http -> {
                send(http, request.wantsBody() ? http.bytes().length : 0);
                yield request.keepsConnection() && !http.has("Connection", "close");
            }
            case Silence() -> {
                awaitDeparture();
                yield false;
            }
            case Stall(HttpReply whole, int length) -> {
                send(whole, length);
                awaitDeparture();
                yield false;
            }
            case Truncation(HttpReply whole, int length) -> {
                send(whole, length);
                yield false;
            }
        };
    }

    /** Sends head and body in one piece: two would cost the client a second wake-up. */
    private void send(HttpReply reply, int length) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream(1_024);
        response.writeBytes(ResponseHead.of(reply, service.next()));
        if (ResponseHead.allowsBody(reply.status())) {
            response.write(reply.bytes(), 0, Math.min(length, reply.bytes().length));
        }
        response.writeTo(socket.getOutputStream());
    }

    /** Returns when the client closes the connection; whatever it still sends is passed over. */
    private void awaitDeparture() throws IOException {
        socket.setSoTimeout(0);
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
}
