package io.github.devicebatch.testkit.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorityTest {

    private static final List<String> HOSTS = List.of("127.0.0.1", "localhost");

    private final CertificateAuthority authority = new CertificateAuthority("Root");

    @Test
    void certifiesAHost() throws Exception {
        CertificateAuthority.Validity validity = new CertificateAuthority.Validity(
                Instant.parse("2020-02-29T00:00:00Z"), Instant.parse("2099-12-31T23:59:59Z"));
        X509Certificate certificate = authority.certifyServer(HOSTS, validity).certificate();
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getNotBefore()).isEqualTo(validity.from());
        assertThat(certificate.getNotAfter()).isEqualTo(validity.until());
        assertThat(certificate.getBasicConstraints()).as("not an authority").isEqualTo(-1);
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactly(List.of(7, "127.0.0.1"), List.of(2, "localhost"));
        assertThat(certificate.getIssuerX500Principal())
                .isEqualTo(authority.certificate().getSubjectX500Principal());
        certificate.verify(authority.certificate().getPublicKey());
    }

    @Test
    void isAnAuthority() throws Exception {
        X509Certificate root = authority.certificate();
        assertThat(root.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(root.getKeyUsage()[5]).as("signs certificates").isTrue();
        assertThat(root.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
        root.checkValidity();
        root.verify(root.getPublicKey());
    }

    @Test
    void givesEverySerialNumberOnce() {
        assertThat(authority
                        .certifyServer(HOSTS, CertificateAuthority.Validity.current())
                        .certificate()
                        .getSerialNumber())
                .isNotEqualTo(authority
                        .certifyServer(HOSTS, CertificateAuthority.Validity.current())
                        .certificate()
                        .getSerialNumber());
    }

    @Test
    void printsNoKey() {
        assertThat(authority.certifyServer(HOSTS, CertificateAuthority.Validity.current()))
                .hasToString("KeyMaterial of CN=FakePartnerCenter");
    }
}
