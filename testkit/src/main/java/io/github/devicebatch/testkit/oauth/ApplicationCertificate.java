package io.github.devicebatch.testkit.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.devicebatch.testkit.tls.CertificateAuthority;
import io.github.devicebatch.testkit.tls.KeyMaterial;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * A certificate by which an application shows who it is to {@link TokenEndpoint}, with its private key: RSA with 2,048
 * bits, made anew and issued by nobody known. Immutable and safe for use by several threads.
 */
public final class ApplicationCertificate {

    private final KeyMaterial credentials;

    private ApplicationCertificate(KeyMaterial credentials) {
        this.credentials = credentials;
    }

    /**
     * Makes one that is valid now, by the system's clock.
     *
     * @return the certificate
     */
    public static ApplicationCertificate create() {
        return new ApplicationCertificate(
                new CertificateAuthority("Applications").certifyApplication(CertificateAuthority.Validity.current()));
    }

    /**
     * Gives the certificate, for {@link TokenEndpoint#application(String, X509Certificate)}.
     *
     * @return the certificate
     */
    public X509Certificate certificate() {
        return credentials.certificate();
    }

    /**
     * Gives the private key.
     *
     * @return the key
     */
    public PrivateKey privateKey() {
        return credentials.key();
    }

    /**
     * Gives key and certificate as a PKCS#12 file.
     *
     * @param password what protects it; copied, and may be empty
     * @return the file's content
     */
    public byte[] pkcs12(char[] password) {
        return credentials.pkcs12(password);
    }

    /**
     * Gives the key, in PKCS#8 and not encrypted, and the certificate as a PEM file.
     *
     * @return the file's content
     */
    public String pem() {
        try {
            return block("PRIVATE KEY", privateKey().getEncoded())
                    + block("CERTIFICATE", certificate().getEncoded());
        } catch (CertificateEncodingException unsound) {
            throw new IllegalStateException("the JDK can't encode the certificate", unsound);
        }
    }

    private static String block(String label, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    /** Keeps the key to itself. */
    @Override
    public String toString() {
        return "ApplicationCertificate with serial number " + certificate().getSerialNumber();
    }
}
