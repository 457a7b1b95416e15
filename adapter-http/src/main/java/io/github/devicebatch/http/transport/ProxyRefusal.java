package io.github.devicebatch.http.transport;

import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * A response by which a proxy declines to open a tunnel.
 *
 * @param proxy the proxy
 * @param hadLogin whether a login was sent
 */
public record ProxyRefusal(InetSocketAddress proxy, int status, HttpHeaders headers, boolean hadLogin) {

    private static final int AUTHENTICATION_REQUIRED = 407;

    /** Returns the cause if a later request may succeed. */
    public Optional<UnavailabilityCause> transientCause() {
        return HttpStatusCategory.of(status).transientCause();
    }

    /** Returns the reason if no later request can succeed. */
    public RefusalReason reason() {
        return switch (status) {
            case AUTHENTICATION_REQUIRED -> RefusalReason.UNAUTHENTICATED;
            case 403 -> RefusalReason.FORBIDDEN;
            default -> RefusalReason.REJECTED;
        };
    }

    /** Returns the fault of a refusal: the status as code, and {@link #detail()}. */
    public Fault fault() {
        return new Fault(Optional.of(String.valueOf(status)), Optional.of(detail()));
    }

    /** Returns what the proxy does, with its host and port. */
    public String detail() {
        String name = ProxyRoute.name(proxy);
        if (status != AUTHENTICATION_REQUIRED) {
            return name + " refuses: HTTP " + status;
        }
        return name + (hadLogin ? " does not accept the login" : " requires a login");
    }
}
