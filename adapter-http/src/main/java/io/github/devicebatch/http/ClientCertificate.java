package io.github.devicebatch.http;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.http.credential.CertifiedKey;
import io.github.devicebatch.http.credential.SecretFileReader;
import io.github.devicebatch.http.credential.UnusableCertificateException;
import io.github.devicebatch.http.text.TextInput;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A certificate of an app registration with its private key. Only what the key signs is ever sent. Immutable and thread-safe;
 * {@link #toString} is masked.
 */
public final class ClientCertificate implements AppCredential {

    private final CertifiedKey key;

    ClientCertificate(CertifiedKey key) {
        this.key = key;
    }

    /**
     * Reads key and certificates from a file without a password: PEM with a private key (PKCS#8 or PKCS#1) and one or more
     * certificates, or PKCS#12 with an empty password. The file may also contain either as text in Base64.
     *
     * @param file the file
     * @return the certificate
     * @throws IOException if the file can't be read or is longer than 64 KiB
     * @throws IllegalArgumentException if it does not have exactly one private key, RSA, and the certificate for it, or needs
     *     a password; the message contains nothing of the key
     */
    public static ClientCertificate fromFile(Path file) throws IOException {
        return fromFile(file, new char[0]);
    }

    /**
     * Reads key and certificates from a file with a password: PKCS#12, or PEM with an encrypted private key (PKCS#8) and one
     * or more certificates.
     *
     * @param file the file
     * @param password the password; not kept
     * @return the certificate
     * @throws IOException if the file can't be read or is longer than 64 KiB
     * @throws IllegalArgumentException if the password is wrong, or the file does not have exactly one private key, RSA, and
     *     the certificate for it; the message contains nothing of the key and the password
     */
    public static ClientCertificate fromFile(Path file, char[] password) throws IOException {
        byte[] bytes = TextInput.utf8(SecretFileReader.bytes(file));
        try {
            return new ClientCertificate(CertifiedKey.read(bytes, password));
        } catch (UnusableCertificateException unusable) {
            throw new IllegalArgumentException(
                    "no client certificate: " + file + ": " + unusable.getMessage(), unusable);
        }
    }

    /**
     * Returns the certificate to use at a time. If the file has several for its key, it is the one that ends last of those that
     * are valid. If none is valid, it is the one that ended last, or else the one that begins first; then no token is requested
     * with it, and a query is refused by {@link io.github.devicebatch.application.Party#CLIENT}.
     *
     * @param now the time
     * @return the certificate, without the key
     */
    public X509Certificate certificateAt(Instant now) {
        return key.certificateAt(requireNonNull(now, "now"));
    }

    CertifiedKey key() {
        return key;
    }

    /** Returns {@code [client certificate]}, whatever the certificate is. */
    @Override
    public String toString() {
        return key.toString();
    }
}
