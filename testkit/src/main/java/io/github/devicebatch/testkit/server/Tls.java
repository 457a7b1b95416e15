package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.tls.CertificateAuthority;
import io.github.devicebatch.testkit.tls.Der;
import io.github.devicebatch.testkit.tls.SocketLayer;
import io.github.devicebatch.testkit.tls.Tls11Layer;
import java.util.function.Function;

/**
 * How a {@link FakePartnerCenter} shows itself over TLS. Every certificate is signed by an authority that is made for that
 * one fake, and is valid by the system's clock, whatever the fake's.
 */
public enum Tls {
    /** As it should be: a certificate for 127.0.0.1 and {@code localhost}, valid now. */
    GOOD(authority -> shown(authority, Hosts.LOOPBACK, CertificateAuthority.Validity.current())),

    /** The certificate ended two months ago. */
    EXPIRED(authority -> shown(authority, Hosts.LOOPBACK, CertificateAuthority.Validity.past())),

    /** The certificate begins in two months. */
    NOT_YET_VALID(authority -> shown(authority, Hosts.LOOPBACK, CertificateAuthority.Validity.future())),

    /** The certificate is for {@code elsewhere.example}. */
    WRONG_HOST(authority -> shown(authority, Hosts.ELSEWHERE, CertificateAuthority.Validity.current())),

    /** The certificate is good, but for being signed by an authority that {@link FakePartnerCenter#trust} does not know. */
    UNKNOWN_ISSUER(authority ->
            shown(new CertificateAuthority("Somebody else"), Hosts.LOOPBACK, CertificateAuthority.Validity.current())),

    /** The server answers a client's greeting with TLS 1.1 and knows nothing newer; it never gets beyond that. */
    VERSION_1_1_ONLY(authority -> new Tls11Layer());

    private final Function<CertificateAuthority, SocketLayer> layer;

    Tls(Function<CertificateAuthority, SocketLayer> layer) {
        this.layer = layer;
    }

    SocketLayer layer(CertificateAuthority authority) {
        return layer.apply(authority);
    }

    private static SocketLayer shown(
            CertificateAuthority authority, byte[] hosts, CertificateAuthority.Validity validity) {
        return new SocketLayer.TlsLayer(authority.certify(hosts, validity).shown());
    }

    /** Names of hosts, as certificates have them. */
    private static final class Hosts {

        private static final byte[] LOOPBACK =
                Der.sequence(Der.implicit(7, new byte[] {127, 0, 0, 1}), Der.implicit(2, "localhost".getBytes()));
        private static final byte[] ELSEWHERE = Der.sequence(Der.implicit(2, "elsewhere.example".getBytes()));
    }
}
