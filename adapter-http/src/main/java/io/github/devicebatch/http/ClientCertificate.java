package io.github.devicebatch.http;

import io.github.devicebatch.http.credential.PemReader;
import io.github.devicebatch.http.credential.Pkcs12Reader;
import io.github.devicebatch.http.credential.SecretFileReader;
import io.github.devicebatch.http.credential.UnusableCertificateException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate of an app registration with its private key, which never prints itself.
 *
 * <p>Only what the key signs is ever sent. A class and not a record, because a record prints its parts. Immutable and
 * thread-safe.
 */
public final class ClientCertificate implements AppCredential {

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private ClientCertificate(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    /**
     * Reads key and certificates from a file that needs no password: PEM with a private key (PKCS#8 or PKCS#1) and one or
     * more certificates, or PKCS#12 with an empty password.
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
     * Reads key and certificates from a file that is protected by a password: PKCS#12, or PEM with an encrypted private key
     * (PKCS#8) and one or more certificates.
     *
     * @param file the file
     * @param password the password; not kept
     * @return the certificate
     * @throws IOException if the file can't be read or is longer than 64 KiB
     * @throws IllegalArgumentException if the password is wrong, or the file does not have exactly one private key, RSA, and
     *     the certificate for it; the message contains nothing of the key and the password
     */
    public static ClientCertificate fromFile(Path file, char[] password) throws IOException {
        byte[] bytes = SecretFileReader.bytes(file);
        try {
            return PemReader.isIn(bytes) ? PemReader.read(bytes, password) : Pkcs12Reader.read(bytes, password);
        } catch (UnusableCertificateException unusable) {
            throw new IllegalArgumentException(
                    "no client certificate: " + file + ": " + unusable.getMessage(), unusable);
        }
    }

    /** Holds a key and the certificates that came with it: the one for the key, and those that vouch for it. */
    public static ClientCertificate of(PrivateKey key, List<X509Certificate> certificates)
            throws UnusableCertificateException {
        if (!(key instanceof RSAKey rsa)) {
            throw new UnusableCertificateException(
                    "its key is of the kind " + key.getAlgorithm() + "; make a certificate with an RSA key");
        }
        List<X509Certificate> chain = new ArrayList<>(certificates);
        X509Certificate own = chain.stream()
                .filter(certificate -> isFor(certificate, rsa))
                .findFirst()
                .orElseThrow(() -> new UnusableCertificateException(
                        "it has no certificate for its private key; put both into the file"));
        chain.remove(own);
        chain.addFirst(own);
        return new ClientCertificate(key, List.copyOf(chain));
    }

    private static boolean isFor(X509Certificate certificate, RSAKey key) {
        return certificate.getPublicKey() instanceof RSAKey other
                && other.getModulus().equals(key.getModulus());
    }

    public PrivateKey key() {
        return key;
    }

    /** Gives the certificates, the one for the key first. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** Gives {@code [client certificate]}, whatever the certificate is. */
    @Override
    public String toString() {
        return "[client certificate]";
    }
}
