package io.github.devicebatch.testkit.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ApplicationCertificateTest {

    private final ApplicationCertificate certificate = ApplicationCertificate.create();

    @Test
    void hasAnRsaKeyAndIsValidNow() throws Exception {
        assertThat(certificate.certificate().getPublicKey())
                .isInstanceOfSatisfying(
                        RSAPublicKey.class,
                        key -> assertThat(key.getModulus().bitLength()).isEqualTo(2_048));
        assertThat(certificate.certificate().getBasicConstraints())
                .as("not an authority")
                .isEqualTo(-1);
        certificate.certificate().checkValidity();
    }

    @Test
    void isReadFromPkcs12() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(certificate.pkcs12("password".toCharArray())), "password".toCharArray());
        assertThat(store.getCertificate("application")).isEqualTo(certificate.certificate());
        assertThat(store.getKey("application", "password".toCharArray())).isEqualTo(certificate.privateKey());
    }

    @Test
    void isReadFromPem() throws Exception {
        String[] blocks = certificate.pem().split("(?<=-----\n)(?=-----BEGIN)");
        assertThat(blocks).hasSize(2);
        assertThat(blocks[0]).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("\n-----END PRIVATE KEY-----\n");
        byte[] key = Base64.getMimeDecoder().decode(blocks[0].replaceAll("-----.*-----", ""));
        assertThat(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)))
                .isEqualTo(certificate.privateKey());
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(blocks[1].getBytes(US_ASCII))))
                .isEqualTo(certificate.certificate());
    }

    @Test
    void printsNoKey() {
        assertThat(certificate)
                .hasToString("ApplicationCertificate with serial number "
                        + certificate.certificate().getSerialNumber());
    }
}
