package io.github.devicebatch.testkit.tls;

import static io.github.devicebatch.testkit.tls.Der.bits;
import static io.github.devicebatch.testkit.tls.Der.explicit;
import static io.github.devicebatch.testkit.tls.Der.identifier;
import static io.github.devicebatch.testkit.tls.Der.octets;
import static io.github.devicebatch.testkit.tls.Der.sequence;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A certificate authority of its own, for one test: keys on the curve P-256, signatures with SHA-256. The JDK reads
 * certificates and has nothing public that writes them. Thread-safe.
 */
public final class CertificateAuthority {

    private static final byte[] ECDSA_WITH_SHA256 = sequence(identifier("1.2.840.10045.4.3.2"));
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final byte[] SIGNS_CERTIFICATES = {0x03, 0x02, 0x02, 0x04};

    private final AtomicLong serials = new AtomicLong();
    private final String name;
    private final KeyPair keys = newKeys("EC", 256);
    private final X509Certificate certificate;

    public CertificateAuthority(String name) {
        this.name = name;
        Instant now = Instant.now();
        Validity validity = new Validity(now.minus(Duration.ofDays(3_650)), now.plus(Duration.ofDays(3_650)));
        byte[] isAuthority = critical(BASIC_CONSTRAINTS, sequence(Der.yes()));
        byte[] signs = critical(KEY_USAGE, SIGNS_CERTIFICATES);
        this.certificate = signed(name, validity, keys.getPublic(), sequence(isAuthority, signs));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Certifies new keys for a host: {@code subject} is a sequence of the general names of RFC 5280. */
    public KeyMaterial certify(byte[] hosts, Validity validity) {
        byte[] extensions = sequence(sequence(identifier(ALTERNATIVE_NAMES), octets(hosts)));
        return certify("FakePartnerCenter", newKeys("EC", 256), validity, extensions);
    }

    /** Certifies new keys for an application, which are RSA because assertions are signed with nothing else. */
    public KeyMaterial certifyApplication(Validity validity) {
        byte[] isNoAuthority = sequence(sequence(identifier(BASIC_CONSTRAINTS), octets(sequence())));
        return certify("An application", newKeys("RSA", 2_048), validity, isNoAuthority);
    }

    private KeyMaterial certify(String subject, KeyPair leaf, Validity validity, byte[] extensions) {
        X509Certificate signed = signed(subject, validity, leaf.getPublic(), extensions);
        return new KeyMaterial(leaf.getPrivate(), signed, certificate);
    }

    private X509Certificate signed(String subject, Validity validity, PublicKey key, byte[] extensions) {
        byte[] content = sequence(
                explicit(0, Der.integer(BigInteger.TWO)),
                Der.integer(BigInteger.valueOf(serials.incrementAndGet())),
                ECDSA_WITH_SHA256,
                distinguished(name),
                sequence(Der.time(validity.from()), Der.time(validity.until())),
                distinguished(subject),
                key.getEncoded(),
                explicit(3, extensions));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            byte[] whole = sequence(content, ECDSA_WITH_SHA256, bits(signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException unsound) {
            throw new IllegalStateException("the JDK does not take the certificate", unsound);
        }
    }

    private static byte[] critical(String extension, byte[] value) {
        return sequence(identifier(extension), Der.yes(), octets(value));
    }

    private static byte[] distinguished(String name) {
        return sequence(Der.set(sequence(identifier(COMMON_NAME), Der.text(name))));
    }

    private static KeyPair newKeys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException unknown) {
            throw new IllegalStateException("the JDK makes no keys of the kind " + algorithm, unknown);
        }
    }

    /** From when until when a certificate is valid: by the system's clock, because the client's check goes by no other. */
    public record Validity(Instant from, Instant until) {

        private static final Duration MONTH = Duration.ofDays(30);

        public static Validity current() {
            return around(Instant.now());
        }

        public static Validity past() {
            return around(Instant.now().minus(MONTH.multipliedBy(3)));
        }

        public static Validity future() {
            return around(Instant.now().plus(MONTH.multipliedBy(3)));
        }

        private static Validity around(Instant middle) {
            return new Validity(middle.minus(MONTH), middle.plus(MONTH));
        }
    }
}
