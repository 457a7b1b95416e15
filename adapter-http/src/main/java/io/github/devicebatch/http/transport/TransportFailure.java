package io.github.devicebatch.http.transport;

import io.github.devicebatch.application.UnavailabilityCause;
import java.io.EOFException;
import java.net.ConnectException;
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
import javax.net.ssl.SSLHandshakeException;

/** Classification of a failed exchange by the types in its chain of causes, never by their messages. */
final class TransportFailure {

    private TransportFailure() {}

    /** Returns what {@code failure} means for the exchange. */
    static HttpSender.Result classify(Throwable failure) {
        List<Throwable> chain = chainOf(failure);
        if (has(chain, BoundedBodySubscriber.BodyTooLongException.class)) {
            return new HttpSender.Result.TooLong();
        }
        if (has(chain, CertificateException.class) || has(chain, SSLHandshakeException.class) && !isBroken(chain)) {
            return new HttpSender.Result.Failed(UnavailabilityCause.UNTRUSTED, untrusted(chain));
        }
        return new HttpSender.Result.Failed(UnavailabilityCause.UNREACHABLE, unreachable(chain));
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
        if (has(chain, CertPathValidatorException.class)) {
            return "the server's certificate does not hold";
        }
        // The host's name is the last of the JDK's checks, and the only one without an exception type.
        return has(chain, CertificateException.class)
                ? "the server's certificate is for another host"
                : "the server does not agree to a TLS connection that is safe enough";
    }

    private static String unreachable(List<Throwable> chain) {
        if (has(chain, UnresolvedAddressException.class) || has(chain, UnknownHostException.class)) {
            return "the name of the host could not be resolved";
        }
        if (has(chain, HttpConnectTimeoutException.class)) {
            return "the host did not accept a connection in time";
        }
        if (has(chain, ConnectException.class) && !isBroken(chain)) {
            return "the host refused the connection";
        }
        return "the connection broke before the answer was whole";
    }

    /** Checks for a closed or reset connection, which the JDK wraps like a refused one or a failed handshake. */
    private static boolean isBroken(List<Throwable> chain) {
        return has(chain, EOFException.class)
                || chain.stream().anyMatch(failure -> failure.getClass() == SocketException.class);
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
