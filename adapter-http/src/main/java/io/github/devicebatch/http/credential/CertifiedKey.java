package io.github.devicebatch.http.credential;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.List;

/** A private RSA key with its certificate chain. {@link #toString} is masked. Immutable. */
public final class CertifiedKey {

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private CertifiedKey(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    /**
     * Creates the pair from a key and the certificates of the same file, in any order. Not a
     * {@link java.security.KeyStore.PrivateKeyEntry}, because that demands the order in advance.
     *
     * @throws UnusableCertificateException if the key is not RSA or none of the certificates is for it
     */
    public static CertifiedKey of(PrivateKey key, List<X509Certificate> certificates)
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
        return new CertifiedKey(key, List.copyOf(chain));
    }

    /**
     * Reads PEM or PKCS#12.
     *
     * @param password the password; empty if the key is not encrypted
     * @throws UnusableCertificateException if the bytes do not have exactly one RSA key and its certificate
     */
    public static CertifiedKey read(byte[] bytes, char[] password) throws UnusableCertificateException {
        return PemReader.isPem(bytes) ? PemReader.read(bytes, password) : Pkcs12Reader.read(bytes, password);
    }

    private static boolean isFor(X509Certificate certificate, RSAKey key) {
        return certificate.getPublicKey() instanceof RSAKey other
                && other.getModulus().equals(key.getModulus());
    }

    public PrivateKey key() {
        return key;
    }

    /** Returns the certificates, the one of the key first. */
    public List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public String toString() {
        return "[client certificate]";
    }
}
