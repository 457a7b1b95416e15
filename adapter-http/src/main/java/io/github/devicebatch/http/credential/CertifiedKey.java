package io.github.devicebatch.http.credential;

import static java.util.stream.Collectors.partitioningBy;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A private RSA key with its certificates, of which renewals add more than one. {@link #toString} is masked. Immutable.
 */
public final class CertifiedKey {

    private final PrivateKey key;
    private final List<X509Certificate> own;
    private final List<X509Certificate> issuers;

    private CertifiedKey(PrivateKey key, List<X509Certificate> own, List<X509Certificate> issuers) {
        this.key = key;
        this.own = own;
        this.issuers = issuers;
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
        Map<Boolean, List<X509Certificate>> byOwner =
                certificates.stream().distinct().collect(partitioningBy(certificate -> isFor(certificate, rsa)));
        List<X509Certificate> own = byOwner.getOrDefault(true, List.of());
        if (own.isEmpty()) {
            throw new UnusableCertificateException("it has no certificate for its private key; put both into the file");
        }
        return new CertifiedKey(key, own, byOwner.getOrDefault(false, List.of()));
    }

    /**
     * Reads PEM or PKCS#12, each as it is or as text in Base64.
     *
     * @param password the password; empty if the key is not encrypted
     * @throws UnusableCertificateException if the bytes do not have exactly one RSA key and its certificate
     */
    public static CertifiedKey read(byte[] bytes, char[] password) throws UnusableCertificateException {
        byte[] content =
                PemReader.isPem(bytes) ? bytes : Base64Text.decoded(bytes).orElse(bytes);
        return PemReader.isPem(content) ? PemReader.read(content, password) : Pkcs12Reader.read(content, password);
    }

    private static boolean isFor(X509Certificate certificate, RSAKey key) {
        return certificate.getPublicKey() instanceof RSAKey other
                && other.getModulus().equals(key.getModulus());
    }

    public PrivateKey key() {
        return key;
    }

    /**
     * Returns the certificate to use at a time: of those that are valid, the one that ends last. If none is valid, it is the one
     * that ended last, or else the one that begins first.
     */
    public X509Certificate certificateAt(Instant now) {
        return own.stream()
                .filter(certificate -> isValid(certificate, now))
                .max(Comparator.comparing(X509Certificate::getNotAfter))
                .or(() -> own.stream()
                        .filter(certificate -> hasEnded(certificate, now))
                        .max(Comparator.comparing(X509Certificate::getNotAfter)))
                .or(() -> own.stream().min(Comparator.comparing(X509Certificate::getNotBefore)))
                .orElseThrow();
    }

    /** Returns the certificate to use at a time and behind it the certificates of other keys, in the order of the file. */
    public List<X509Certificate> chainAt(Instant now) {
        return Stream.concat(Stream.of(certificateAt(now)), issuers.stream()).toList();
    }

    /** Returns why the key has no valid certificate at a time; empty if it has one. */
    public Optional<String> invalidity(Instant now) {
        X509Certificate certificate = certificateAt(now);
        if (isValid(certificate, now)) {
            return Optional.empty();
        }
        return Optional.of(
                hasEnded(certificate, now)
                        ? "the client certificate expired at "
                                + certificate.getNotAfter().toInstant()
                        : "the client certificate is not valid before "
                                + certificate.getNotBefore().toInstant());
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant()) && !hasEnded(certificate, now);
    }

    private static boolean hasEnded(X509Certificate certificate, Instant now) {
        return now.isAfter(certificate.getNotAfter().toInstant());
    }

    @Override
    public String toString() {
        return "[client certificate]";
    }
}
