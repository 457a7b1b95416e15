package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.tls.CertificateAuthority;
import io.github.devicebatch.testkit.tls.CertificateAuthority.Validity;
import io.github.devicebatch.testkit.tls.SocketLayer;
import java.util.List;
import java.util.function.Function;

/**
 * The certificate that a {@link FakePartnerCenter} presents over TLS 1.2 and 1.3. Each fake has a certificate authority of
 * its own. Validity periods are on the system clock, whatever clock the fake has. TLS needs Bouncy Castle
 * ({@code org.bouncycastle:bcpkix-jdk18on}), which is optional.
 */
public enum Tls {
    /** A certificate for 127.0.0.1 and {@code localhost} that is valid now. */
    VALID(authority -> layer(authority, Hosts.LOOPBACK, Validity.current())),

    /** A certificate that expired two months ago. */
    EXPIRED(authority -> layer(authority, Hosts.LOOPBACK, Validity.past())),

    /** A certificate whose validity begins in two months. */
    NOT_YET_VALID(authority -> layer(authority, Hosts.LOOPBACK, Validity.future())),

    /** A certificate for {@code elsewhere.example}. */
    WRONG_HOST(authority -> layer(authority, List.of("elsewhere.example"), Validity.current())),

    /** A valid certificate of another authority than {@link FakePartnerCenter#authority()}. */
    UNKNOWN_ISSUER(
            authority -> layer(new CertificateAuthority("Unknown authority"), Hosts.LOOPBACK, Validity.current()));

    private final Function<CertificateAuthority, SocketLayer> layer;

    Tls(Function<CertificateAuthority, SocketLayer> layer) {
        this.layer = layer;
    }

    SocketLayer layer(CertificateAuthority authority) {
        return layer.apply(authority);
    }

    private static SocketLayer layer(CertificateAuthority authority, List<String> hosts, Validity validity) {
        return SocketLayer.tls(authority.certifyServer(hosts, validity).serverContext());
    }

    private static final class Hosts {

        private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost");
    }
}
