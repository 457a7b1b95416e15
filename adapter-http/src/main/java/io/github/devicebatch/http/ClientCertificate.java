package io.github.devicebatch.http;

import io.github.devicebatch.http.credential.CertifiedKey;
import io.github.devicebatch.http.credential.SecretFileReader;
import io.github.devicebatch.http.credential.UnusableCertificateException;
import io.github.devicebatch.http.text.TextInput;
import java.io.IOException;
import java.nio.file.Path;

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
     * certificates, or PKCS#12 with an empty password.
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

    CertifiedKey key() {
        return key;
    }

    /** Returns {@code [client certificate]}, whatever the certificate is. */
    @Override
    public String toString() {
        return key.toString();
    }
}
