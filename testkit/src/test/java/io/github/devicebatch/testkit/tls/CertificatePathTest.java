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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificatePathTest {

    private static final List<String> HOSTS = List.of("127.0.0.1", "localhost");

    private final CertificateAuthority authority = new CertificateAuthority("Root");

    @Test
    void passesTheChecksOfThePublicKeyInfrastructure() throws Exception {
        validate(
                authority
                        .certifyServer(HOSTS, CertificateAuthority.Validity.current())
                        .certificate(),
                authority.certificate());
    }

    @Test
    void failsThoseChecksForTheReasonWanted() {
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
