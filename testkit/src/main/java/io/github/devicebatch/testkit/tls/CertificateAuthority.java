package io.github.devicebatch.testkit.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority for one test. It signs with ECDSA over P-256 and SHA-256. Needs Bouncy Castle on the class path.
 * Thread-safe.
 */
public final class CertificateAuthority {

    private static final Duration ROOT_LIFETIME = Duration.ofDays(3_650);
    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+");

    private final AtomicLong serialNumbers = new AtomicLong();
    private final String name;
    private final KeyPair keys = newKeys("EC", 256);
    private final X509Certificate certificate;

    /** Creates keys and a self-signed root certificate whose common name is {@code name}. */
    public CertificateAuthority(String name) {
        this.name = name;
        Instant now = Instant.now();
        this.certificate = sign(
                name,
                new Validity(now.minus(ROOT_LIFETIME), now.plus(ROOT_LIFETIME)),
                keys.getPublic(),
                builder -> builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)));
    }

    /** Returns the root certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Creates EC keys and a server certificate for {@code hosts}: DNS names and IPv4 addresses. */
    public KeyMaterial certifyServer(List<String> hosts, Validity validity) {
        GeneralName[] names = hosts.stream()
                .map(host -> new GeneralName(
                        IP_ADDRESS.matcher(host).matches() ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new);
        return certify(
                "FakePartnerCenter",
                newKeys("EC", 256),
                validity,
                builder -> builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names)));
    }

    /** Creates RSA keys and a certificate for an application, because client assertions are signed with RSA only. */
    public KeyMaterial certifyApplication(Validity validity) {
        return certifyApplication(newKeys("RSA", 2_048), validity);
    }

    /** Creates a certificate for an application that has keys already. */
    public KeyMaterial certifyApplication(KeyPair keys, Validity validity) {
        return certify(
                "An application",
                keys,
                validity,
                builder -> builder.addExtension(Extension.basicConstraints, false, new BasicConstraints(false)));
    }

    private KeyMaterial certify(String subject, KeyPair leaf, Validity validity, Extensions extensions) {
        return new KeyMaterial(leaf.getPrivate(), sign(subject, validity, leaf.getPublic(), extensions), certificate);
    }

    private X509Certificate sign(String subject, Validity validity, PublicKey key, Extensions extensions) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                new X500Name("CN=" + name),
                BigInteger.valueOf(serialNumbers.incrementAndGet()),
                Date.from(validity.from()),
                Date.from(validity.until()),
                new X500Name("CN=" + subject),
                SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        try {
            extensions.addTo(builder);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (IOException | OperatorException | GeneralSecurityException failure) {
            throw new IllegalStateException("cannot create the certificate of " + subject, failure);
        }
    }

    private static KeyPair newKeys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the JDK has no key generator for " + algorithm, failure);
        }
    }

    /** The X.509 extensions of one certificate. */
    @FunctionalInterface
    private interface Extensions {

        void addTo(X509v3CertificateBuilder builder) throws IOException;
    }

    /** The validity period of a certificate, on the system clock, because TLS clients check it on that clock. */
    public record Validity(Instant from, Instant until) {

        private static final Duration MONTH = Duration.ofDays(30);

        /** Returns the period from a month ago to a month from now. */
        public static Validity current() {
            return centeredAt(Instant.now());
        }

        /** Returns a period that ended two months ago. */
        public static Validity past() {
            return centeredAt(Instant.now().minus(MONTH.multipliedBy(3)));
        }

        /** Returns a period that begins in two months. */
        public static Validity future() {
            return centeredAt(Instant.now().plus(MONTH.multipliedBy(3)));
        }

        private static Validity centeredAt(Instant middle) {
            return new Validity(middle.minus(MONTH), middle.plus(MONTH));
        }
    }
}
