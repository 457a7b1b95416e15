package io.github.devicebatch.testkit.transport;

import io.github.devicebatch.testkit.http.DrippingReply;
import io.github.devicebatch.testkit.http.Header;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.SplitReply;
import io.github.devicebatch.testkit.http.TruncatedReply;
import io.github.devicebatch.testkit.http.WholeReply;
import io.github.devicebatch.testkit.transport.ReplyEncoder.EncodedReply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** Writer of replies, with their faults, to one connection. Not thread-safe. */
final class ReplyWriter {

    /** The pause after which a client has probably read what was sent before. */
    private static final Duration SEGMENT_PAUSE = Duration.ofMillis(5);

    private final Socket connection;
    private final Socket http;
    private final PeerSocket peer;
    private final Supplier<List<Header>> defaultHeaders;

    /**
     * Creates a writer.
     *
     * @param connection the TCP socket
     * @param http the socket that carries HTTP: {@code connection} itself or the TLS socket over it
     */
    ReplyWriter(Socket connection, Socket http, Supplier<List<Header>> defaultHeaders) {
        this.connection = connection;
        this.http = http;
        this.peer = new PeerSocket(connection);
        this.defaultHeaders = defaultHeaders;
    }

    /** Writes the reply to {@code request} and returns whether the connection stays open for another request. */
    boolean write(Reply reply, Request request) throws IOException {
        return switch (reply) {
            case WholeReply whole -> {
                output(whole, request).sendAll();
                yield staysOpen(whole, request);
            }
            case TruncatedReply truncated -> {
                write(truncated, encode(truncated.whole(), request));
                yield false;
            }
            case DrippingReply dripping ->
                write(dripping, encode(dripping.whole(), request)) && staysOpen(dripping.whole(), request);
            case SplitReply split -> write(split, output(split.whole(), request)) && staysOpen(split.whole(), request);
        };
    }

    /** Writes the reply to a request that could not be read. */
    void write(WholeReply reply) throws IOException {
        output(ReplyEncoder.encode(reply, defaultHeaders.get(), true)).sendAll();
    }

    private void write(TruncatedReply truncated, EncodedReply encoded) throws IOException {
        output(encoded).send((long) encoded.offset(truncated.origin()) + truncated.length());
        switch (truncated.ending()) {
            case STALL -> peer.awaitClose();
            case CLOSE -> http.close();
            case RESET -> {
                if (truncated.sentStatus().isPresent()) {
                    // A reset discards what the client has not read yet.
                    peer.staysOpen(SEGMENT_PAUSE);
                }
                connection.setSoLinger(true, 0);
                connection.close();
            }
        }
    }

    private boolean write(DrippingReply dripping, EncodedReply encoded) throws IOException {
        ResponseOutput output = output(encoded);
        boolean more = output.send(encoded.offset(dripping.origin()));
        while (more && output.send(dripping.bytes())) {
            more = peer.staysOpen(dripping.pause());
        }
        return more;
    }

    private boolean write(SplitReply split, ResponseOutput output) throws IOException {
        boolean open = !output.send(split.length()) || peer.staysOpen(SEGMENT_PAUSE);
        output.sendAll();
        return open;
    }

    private ResponseOutput output(WholeReply reply, Request request) throws IOException {
        return output(encode(reply, request));
    }

    private ResponseOutput output(EncodedReply encoded) throws IOException {
        return new ResponseOutput(encoded.pieces(), http.getOutputStream());
    }

    private EncodedReply encode(WholeReply reply, Request request) {
        return ReplyEncoder.encode(
                reply, defaultHeaders.get(), !request.method().equals("HEAD"));
    }

    private static boolean staysOpen(WholeReply reply, Request request) {
        return request.keepsConnection() && reply.keepsConnection();
    }

    /** The bytes of one response, sent in portions of any length. */
    private static final class ResponseOutput {

        private final Iterator<byte[]> pieces;
        private final OutputStream output;
        private byte[] piece = new byte[0];
        private int sent;

        ResponseOutput(Iterator<byte[]> pieces, OutputStream output) {
            this.pieces = pieces;
            this.output = output;
        }

        /** Sends at most {@code length} bytes and returns whether there are more. */
        boolean send(long length) throws IOException {
            long left = length;
            while (hasMore() && left > 0) {
                int count = (int) Math.min(left, piece.length - sent);
                output.write(piece, sent, count);
                sent += count;
                left -= count;
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
