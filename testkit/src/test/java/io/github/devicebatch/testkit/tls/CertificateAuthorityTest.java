package io.github.devicebatch.testkit.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {

    private static final List<String> HOSTS = List.of("127.0.0.1", "localhost");

    private final CertificateAuthority authority = new CertificateAuthority("Root");

    @Test
    void createsServerCertificates() throws Exception {
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
    void hasARootCertificate() throws Exception {
        X509Certificate root = authority.certificate();
        assertThat(root.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(root.getKeyUsage()[5]).as("signs certificates").isTrue();
        assertThat(root.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
        root.checkValidity();
        root.verify(root.getPublicKey());
    }

    @Test
    void numbersItsCertificates() {
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
    void createsKeyMaterialThatDoesNotPrintTheKey() {
        assertThat(authority.certifyServer(HOSTS, CertificateAuthority.Validity.current()))
                .hasToString("KeyMaterial of CN=FakePartnerCenter");
    }

    @Nested
    class CertificatePath {

        @Test
        void isValid() throws Exception {
            validate(
                    authority
                            .certifyServer(HOSTS, CertificateAuthority.Validity.current())
                            .certificate(),
                    authority.certificate());
        }

        @Test
        void isInvalidForTheExpectedReason() {
            assertFails(authority, CertificateAuthority.Validity.past(), BasicReason.EXPIRED);
            assertFails(authority, CertificateAuthority.Validity.future(), BasicReason.NOT_YET_VALID);
            assertFails(
                    new CertificateAuthority("Root"),
                    CertificateAuthority.Validity.current(),
                    BasicReason.INVALID_SIGNATURE);
        }

        private void assertFails(
                CertificateAuthority issuer,
                CertificateAuthority.Validity validity,
                CertPathValidatorException.Reason reason) {
            X509Certificate leaf = issuer.certifyServer(HOSTS, validity).certificate();
            assertThatThrownBy(() -> validate(leaf, authority.certificate()))
                    .isInstanceOfSatisfying(
                            CertPathValidatorException.class,
                            failure -> assertThat(failure.getReason()).isEqualTo(reason));
        }

        private static void validate(X509Certificate leaf, X509Certificate anchor) throws GeneralSecurityException {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf)), parameters);
        }
    }
}
