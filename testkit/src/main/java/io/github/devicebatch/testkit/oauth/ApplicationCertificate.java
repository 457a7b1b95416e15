package io.github.devicebatch.testkit.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import io.github.devicebatch.testkit.tls.CertificateAuthority;
import io.github.devicebatch.testkit.tls.KeyMaterial;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A certificate with its private key, by which an application authenticates at {@link TokenEndpoint}: a new RSA key of
 * 2,048 bits, issued by a certificate authority that is not kept. Immutable and safe for use by several threads.
 */
public final class ApplicationCertificate {

    private final KeyMaterial keyMaterial;

    private ApplicationCertificate(KeyMaterial keyMaterial) {
        this.keyMaterial = keyMaterial;
    }

    /** Creates a certificate that is valid now, by the system's clock, since 30 days and for a year. */
    public static ApplicationCertificate create() {
        Instant now = Instant.now();
        return create(now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(365)));
    }

    /**
     * Creates a certificate that is valid for a period.
     *
     * @param from when the period begins, with the precision of a second
     * @param until when it ends, with the precision of a second
     * @return the certificate
     */
    public static ApplicationCertificate create(Instant from, Instant until) {
        return new ApplicationCertificate(
                new CertificateAuthority("Applications").certifyApplication(validity(from, until)));
    }

    /**
     * Creates another certificate for the same key, as a renewal does.
     *
     * @param from when its period begins, with the precision of a second
     * @param until when it ends, with the precision of a second
     * @return the certificate
     */
    public ApplicationCertificate renewed(Instant from, Instant until) {
        return new ApplicationCertificate(new CertificateAuthority("Applications")
                .certifyApplication(new KeyPair(certificate().getPublicKey(), privateKey()), validity(from, until)));
    }

    private static CertificateAuthority.Validity validity(Instant from, Instant until) {
        return new CertificateAuthority.Validity(requireNonNull(from, "from"), requireNonNull(until, "until"));
    }

    /** Returns the certificate, for {@link TokenEndpoint#application(String, X509Certificate)}. */
    public X509Certificate certificate() {
        return keyMaterial.certificate();
    }

    /** Returns the private key. */
    public PrivateKey privateKey() {
        return keyMaterial.key();
    }

    /**
     * Returns key and certificate as the content of a PKCS#12 file, under the alias {@code application}.
     *
     * @param password the password of the file and of the key; copied, may be empty
     */
    public byte[] pkcs12(char[] password) {
        return keyMaterial.pkcs12(password);
    }

    /** Returns the content of a PEM file: the key as unencrypted PKCS#8, then the certificate. */
    public String pem() {
        try {
            return block("PRIVATE KEY", privateKey().getEncoded())
                    + block("CERTIFICATE", certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("the JDK cannot encode the certificate", e);
        }
    }

    private static String block(String label, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    /** Returns the serial number, without the key. */
    @Override
    public String toString() {
        return "ApplicationCertificate with serial number " + certificate().getSerialNumber();
    }
}
