package io.github.devicebatch.http.transport;

import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.transport.ResponseMemory.LackOfMemoryException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * A failed exchange, classified by the types in its chain of causes and where they were thrown, never by their messages.
 *
 * @param detail what happened, without the name of the server
 */
record TransportFailure(Kind kind, String detail) {

    static final String NO_DESCRIPTOR = "this process has no file descriptor left for a connection";

    private static final String BROKEN = "the connection broke before the answer was whole";
    private static final String TLS = "sun.security.ssl.";

    /** What failed. It decides about the immediate retry and the words. */
    enum Kind {
        /** The certificate, or the whole TLS connection, is not acceptable to one of the sides. */
        UNTRUSTED,
        UNKNOWN_HOST,
        REFUSED,
        CONNECT_TIMEOUT,
        /** The connection ended in the TLS handshake. */
        ENDED_IN_HANDSHAKE,
        /**
         * The connection ended before the first byte of a response, as idle connections do. Or it was HTTP/2 and ended right
         * after a response: the JDK then drops what it has received but not yet handed over.
         */
        ENDED_BEFORE_ANSWER,
        ENDED_WITHIN_ANSWER,
        /** The HTTP/2 server said that it did not process the request, and ends its connection (GOAWAY). */
        UNPROCESSED,
        /** The HTTP/2 server allows no further stream. Nothing was sent. */
        STREAM_LIMIT,
        /** This process has no file descriptor or no thread left. Nothing was sent. */
        LOCAL_LIMIT,
        /** The response is not HTTP. */
        PROTOCOL,
        TOO_LONG,
        /** Other answers hold the memory for the response; it was abandoned. */
        NO_MEMORY,
        /** The memory can't hold the response, even if there were no other. */
        TOO_LARGE,
        TIMED_OUT
    }

    static final TransportFailure TIMED_OUT = new TransportFailure(Kind.TIMED_OUT, "no whole answer in time");

    /**
     * Classifies a failure.
     *
     * @param begun whether the head of a response has arrived
     * @throws Error if the failure is one, such as a lack of heap: it says nothing about the network
     */
    static TransportFailure of(Throwable failure, boolean begun) {
        List<Throwable> chain = chainOf(failure);
        if (isDescriptorLimit(chain)) {
            return new TransportFailure(Kind.LOCAL_LIMIT, NO_DESCRIPTOR);
        }
        if (isThreadLimit(chain)) {
            return new TransportFailure(Kind.LOCAL_LIMIT, "this process has no thread left for a connection");
        }
        chain.stream()
                .filter(Error.class::isInstance)
                .filter(error -> !isAssertionOfHttpClient(error))
                .findFirst()
                .ifPresent(error -> {
                    throw (Error) error;
                });
        if (has(chain, BoundedBodySubscriber.BodyTooLongException.class)) {
            return new TransportFailure(Kind.TOO_LONG, "the body is longer than any answer can be");
        }
        Optional<LackOfMemoryException> lack = lackOfMemory(chain);
        if (lack.isPresent()) {
            return new TransportFailure(
                    lack.get().isLasting() ? Kind.TOO_LARGE : Kind.NO_MEMORY,
                    lack.get().detail());
        }
        if (has(chain, CertificateException.class) || has(chain, CertPathValidatorException.class)) {
            return new TransportFailure(Kind.UNTRUSTED, untrusted(chain));
        }
        return begun && !isEndOfHttp2(chain)
                ? new TransportFailure(Kind.ENDED_WITHIN_ANSWER, BROKEN)
                : beforeAnswer(chain);
    }

    /** Returns the result of the exchange; {@code timedOut} if it took too long. */
    HttpSender.Result result(HttpSender.Result timedOut) {
        return switch (kind) {
            case TOO_LONG -> new HttpSender.Result.TooLong(Party.PARTNER_CENTER, detail);
            case TOO_LARGE -> new HttpSender.Result.TooLong(Party.CLIENT, detail);
            case NO_MEMORY -> new HttpSender.Result.NoMemory(detail);
            case TIMED_OUT -> timedOut;
            case LOCAL_LIMIT -> new HttpSender.Result.NotSent(UnavailabilityCause.FAILING, detail);
            case UNTRUSTED -> new HttpSender.Result.Failed(UnavailabilityCause.UNTRUSTED, detail);
            case UNKNOWN_HOST,
                    REFUSED,
                    CONNECT_TIMEOUT,
                    ENDED_IN_HANDSHAKE,
                    ENDED_BEFORE_ANSWER,
                    ENDED_WITHIN_ANSWER,
                    UNPROCESSED,
                    STREAM_LIMIT,
                    PROTOCOL -> new HttpSender.Result.Failed(UnavailabilityCause.UNREACHABLE, detail);
        };
    }

    /** Checks whether this program lacks the memory for a response, which the service has sent. */
    boolean isLackOfMemory() {
        return kind == Kind.NO_MEMORY || kind == Kind.TOO_LARGE;
    }

    /** Checks whether it may be a proxy on the way that failed, and not the server. */
    boolean canBeOfProxy() {
        return switch (kind) {
            case UNKNOWN_HOST, REFUSED, CONNECT_TIMEOUT, ENDED_IN_HANDSHAKE, ENDED_BEFORE_ANSWER, PROTOCOL -> true;
            case UNTRUSTED,
                    ENDED_WITHIN_ANSWER,
                    UNPROCESSED,
                    STREAM_LIMIT,
                    LOCAL_LIMIT,
                    TOO_LONG,
                    NO_MEMORY,
                    TOO_LARGE,
                    TIMED_OUT -> false;
        };
    }

    /** Checks whether a request without effect may be sent once more at once, on a new connection (ADR 0020). */
    boolean isRepeatable() {
        return switch (kind) {
            case ENDED_BEFORE_ANSWER, UNPROCESSED, STREAM_LIMIT -> true;
            case UNTRUSTED,
                    UNKNOWN_HOST,
                    REFUSED,
                    CONNECT_TIMEOUT,
                    ENDED_IN_HANDSHAKE,
                    ENDED_WITHIN_ANSWER,
                    LOCAL_LIMIT,
                    PROTOCOL,
                    TOO_LONG,
                    NO_MEMORY,
                    TOO_LARGE,
                    TIMED_OUT -> false;
        };
    }

    private static Optional<LackOfMemoryException> lackOfMemory(List<Throwable> chain) {
        return chain.stream()
                .filter(LackOfMemoryException.class::isInstance)
                .map(LackOfMemoryException.class::cast)
                .findFirst();
    }

    private static TransportFailure beforeAnswer(List<Throwable> chain) {
        if (has(chain, SSLHandshakeException.class)) {
            return isRefusedByTls(chain)
                    ? new TransportFailure(
                            Kind.UNTRUSTED, "the server does not agree to a TLS connection that is safe enough")
                    : new TransportFailure(Kind.ENDED_IN_HANDSHAKE, BROKEN);
        }
        if (has(chain, UnresolvedAddressException.class) || has(chain, UnknownHostException.class)) {
            return new TransportFailure(Kind.UNKNOWN_HOST, "the name of the host could not be resolved");
        }
        if (has(chain, HttpConnectTimeoutException.class)) {
            return new TransportFailure(Kind.CONNECT_TIMEOUT, "the host did not accept a connection in time");
        }
        if (has(chain, ConnectException.class) && !isBroken(chain)) {
            return new TransportFailure(Kind.REFUSED, "the host refused the connection");
        }
        if (isThrownBy("jdk.internal.net.http.Http2Connection.reserveStream", chain)) {
            return new TransportFailure(Kind.STREAM_LIMIT, BROKEN);
        }
        if (isThrownBy("jdk.internal.net.http.Stream.closeAsUnprocessed", chain)) {
            return new TransportFailure(Kind.UNPROCESSED, BROKEN);
        }
        return new TransportFailure(
                has(chain, ProtocolException.class)
                                || has(chain, SSLException.class)
                                || has(chain, AssertionError.class)
                        ? Kind.PROTOCOL
                        : Kind.ENDED_BEFORE_ANSWER,
                BROKEN);
    }

    private static String untrusted(List<Throwable> chain) {
        if (has(chain, CertificateExpiredException.class)) {
            return "the server's certificate has expired";
        }
        if (has(chain, CertificateNotYetValidException.class)) {
            return "the server's certificate is not valid yet";
        }
        if (has(chain, CertPathBuilderException.class)) {
            return "the server's certificate comes from an issuer that is not trusted here";
        }
        // The host's name is the last of the JDK's checks, and the only one without an exception type.
        return has(chain, CertPathValidatorException.class)
                ? "the server's certificate does not hold"
                : "the server's certificate is for another host";
    }

    /**
     * Checks whether TLS itself ended the handshake, by an alert of one side. If the connection ended, the exception has the
     * same type but is thrown by the HTTP client.
     */
    private static boolean isRefusedByTls(List<Throwable> chain) {
        return !isBroken(chain)
                && chain.stream()
                        .filter(SSLHandshakeException.class::isInstance)
                        .allMatch(failure -> thrower(failure).startsWith(TLS));
    }

    /** Checks for a closed or reset connection, which the JDK wraps like a refused one or a failed handshake. */
    private static boolean isBroken(List<Throwable> chain) {
        return has(chain, EOFException.class)
                || chain.stream().anyMatch(failure -> failure.getClass() == SocketException.class);
    }

    /**
     * Checks for a failure of HTTP/2, which is an {@code IOException} itself and has no type of its own. If a JDK differs, the
     * failure counts as {@link Kind#ENDED_BEFORE_ANSWER}.
     */
    private static boolean isThrownBy(String method, List<Throwable> chain) {
        Throwable root = chain.getLast();
        return root.getClass() == IOException.class && thrower(root).startsWith(method);
    }

    private static boolean isEndOfHttp2(List<Throwable> chain) {
        Throwable root = chain.getLast();
        return root instanceof EOFException && thrower(root).startsWith("jdk.internal.net.http.Http2Connection");
    }

    /** Checks for a socket that could not be created, which the JDK's client reports as an {@code InternalError}. */
    private static boolean isDescriptorLimit(List<Throwable> chain) {
        return chain.stream()
                .anyMatch(failure -> failure instanceof InternalError && failure.getCause() instanceof IOException);
    }

    /** Checks for a thread that could not be started, or a task that the executor of a caller's client does not accept. */
    private static boolean isThreadLimit(List<Throwable> chain) {
        return has(chain, RejectedExecutionException.class)
                || chain.stream()
                        .anyMatch(failure -> failure instanceof OutOfMemoryError
                                && thrower(failure).startsWith("java.lang.Thread.start"));
    }

    /** Checks for an assertion of the JDK's client about what it received, such as a negative chunk size. */
    private static boolean isAssertionOfHttpClient(Throwable failure) {
        return failure instanceof AssertionError && thrower(failure).startsWith("jdk.internal.net.http.");
    }

    private static String thrower(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : trace[0].getClassName() + "." + trace[0].getMethodName();
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    private static List<Throwable> chainOf(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = failure; next != null && !chain.contains(next); next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }
}
