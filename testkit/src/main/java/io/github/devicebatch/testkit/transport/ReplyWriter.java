package io.github.devicebatch.testkit.transport;

import io.github.devicebatch.testkit.http.DrippingReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.SplitReply;
import io.github.devicebatch.testkit.http.TruncatedReply;
import io.github.devicebatch.testkit.http.WholeReply;
import io.github.devicebatch.testkit.server.ServiceHeaders;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Iterator;

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
            case WholeReply whole -> {
                outflow(wire(whole, request)).sendAll();
                yield isKept(whole, request);
            }
            case TruncatedReply broken -> {
                send(broken, wire(broken.whole(), request));
                yield false;
            }
            case DrippingReply drip -> send(drip, wire(drip.whole(), request)) && isKept(drip.whole(), request);
            case SplitReply split -> send(split, wire(split.whole(), request)) && isKept(split.whole(), request);
        };
    }

    private void send(TruncatedReply broken, ReplyEncoder.Wire wire) throws IOException {
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
    private void leaveToRead(TruncatedReply broken) throws IOException {
        if (!broken.cutsTheStatus()) {
            presence().lasts(MOMENT);
        }
    }

    private boolean send(DrippingReply drip, ReplyEncoder.Wire wire) throws IOException {
        Outflow outflow = outflow(wire);
        boolean more = outflow.send(drip.origin().in(wire));
        while (more && outflow.send(drip.bytes())) {
            more = presence().lasts(drip.pause());
        }
        return more;
    }

    private boolean send(SplitReply split, ReplyEncoder.Wire wire) throws IOException {
        Outflow outflow = outflow(wire);
        boolean present = !outflow.send(split.length()) || presence().lasts(MOMENT);
        outflow.sendAll();
        return present;
    }

    private Outflow outflow(ReplyEncoder.Wire wire) throws IOException {
        return new Outflow(wire, spoken.getOutputStream());
    }

    private PeerSocket presence() {
        return new PeerSocket(connection);
    }

    private ReplyEncoder.Wire wire(WholeReply response, Request request) {
        return response.wire(service.next(), request.wantsBody());
    }

    private static boolean isKept(WholeReply response, Request request) {
        return request.keepsConnection() && response.keepsConnection();
    }

    /** Lets the bytes of one response out, as many at a time as it is told. Used by one thread. */
    static final class Outflow {

        private final Iterator<byte[]> pieces;
        private final OutputStream output;
        private byte[] piece = new byte[0];
        private int sent;

        Outflow(ReplyEncoder.Wire wire, OutputStream output) {
            this.pieces = wire.pieces();
            this.output = output;
        }

        /** Sends at most {@code length} bytes, and tells whether there are more. */
        boolean send(long length) throws IOException {
            long left = length;
            while (hasMore() && left > 0) {
                int now = (int) Math.min(left, piece.length - sent);
                output.write(piece, sent, now);
                sent += now;
                left -= now;
            }
            return hasMore();
        }

        void sendAll() throws IOException {
            send(Long.MAX_VALUE);
        }

        private boolean hasMore() {
            while (sent == piece.length && pieces.hasNext()) {
                piece = pieces.next();
                sent = 0;
            }
            return sent < piece.length;
        }
    }
}
