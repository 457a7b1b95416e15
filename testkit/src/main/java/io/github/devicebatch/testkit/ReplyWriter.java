package io.github.devicebatch.testkit;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** Does to one connection what a reply says. Used by one thread. */
final class ReplyWriter {

    /** How far apart two segments are, so that a client finds them one after the other. */
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final Socket connection;
    private final Socket spoken;
    private final ServiceHeaders service;

    /** Replies over {@code spoken}, which is {@code connection} itself or the TLS that goes over it. */
    ReplyWriter(Socket connection, Socket spoken, ServiceHeaders service) {
        this.connection = connection;
        this.spoken = spoken;
        this.service = service;
    }

    /** Replies to {@code request} and tells whether the connection can take another one. */
    boolean write(Reply reply, Request request) throws IOException {
        return switch (reply) {
            case Response whole -> {
                outflow(wire(whole, request)).sendAll();
                yield isKept(whole, request);
            }
            case Break broken -> {
                send(broken, wire(broken.whole(), request));
                yield false;
            }
            case Drip drip -> send(drip, wire(drip.whole(), request)) && isKept(drip.whole(), request);
            case Split split -> send(split, wire(split.whole(), request)) && isKept(split.whole(), request);
        };
    }

    private void send(Break broken, Wire wire) throws IOException {
        outflow(wire).send((long) broken.origin().in(wire) + broken.length());
        switch (broken.ending()) {
            case STALL -> presence().awaitEnd();
            case CLOSE -> spoken.close();
            case RESET -> {
                leaveToRead(broken);
                connection.setSoLinger(true, 0);
                connection.close();
            }
        }
    }

    /** Gives the client a moment, because a reset overtakes what was sent before. */
    private void leaveToRead(Break broken) throws IOException {
        if (!broken.cutsTheStatus()) {
            presence().lasts(MOMENT);
        }
    }

    private boolean send(Drip drip, Wire wire) throws IOException {
        Outflow outflow = outflow(wire);
        boolean more = outflow.send(drip.origin().in(wire));
        while (more && outflow.send(drip.bytes())) {
            more = presence().lasts(drip.pause());
        }
        return more;
    }

    private boolean send(Split split, Wire wire) throws IOException {
        Outflow outflow = outflow(wire);
        boolean present = !outflow.send(split.length()) || presence().lasts(MOMENT);
        outflow.sendAll();
        return present;
    }

    private Outflow outflow(Wire wire) throws IOException {
        return new Outflow(wire, spoken.getOutputStream());
    }

    private Presence presence() {
        return new Presence(connection);
    }

    private Wire wire(Response response, Request request) {
        return response.wire(service.next(), request.wantsBody());
    }

    private static boolean isKept(Response response, Request request) {
        return request.keepsConnection() && response.keepsConnection();
    }
}
